import { expect, test } from 'vitest';
import { afterImportOrder, importOrders } from '#domain/imports/run.ts';

test('an import is started once, paused, resumed, and cancelled until it is over', () => {
  expect(importOrders('mapping')).toEqual(['start', 'cancel']);
  expect(importOrders('running')).toEqual(['pause', 'cancel']);
  expect(importOrders('paused')).toEqual(['resume', 'cancel']);
});

test.each(['complete', 'failed', 'cancelled'] as const)(
  'nothing moves an import that is %s',
  (state) => {
    expect(importOrders(state)).toEqual([]);
    expect(afterImportOrder(state, 'start')).toBeNull();
  },
);

test('a paused import is not started a second time', () => {
  expect(afterImportOrder('paused', 'start')).toBeNull();
  expect(afterImportOrder('paused', 'resume')).toBe('running');
});
