import { describe, expect, it } from 'vitest';
import { afterHistoryOrder, historyOrders } from '#domain/history/run.ts';

describe('the orders of an import', () => {
  it.each([
    ['running', ['pause', 'cancel', 'speed']],
    ['paused', ['resume', 'cancel', 'speed']],
    ['complete', ['prove', 'repair']],
    ['failed', ['resume', 'cancel']],
    ['cancelled', []],
  ] as const)('one that is %s takes %j', (state, orders) => {
    expect(historyOrders({ kind: 'whole', state })).toEqual(orders);
  });

  it('lead where they say', () => {
    expect(afterHistoryOrder({ kind: 'whole', state: 'failed' }, 'resume')).toBe('running');
    expect(afterHistoryOrder({ kind: 'whole', state: 'paused' }, 'speed')).toBe('paused');
    expect(afterHistoryOrder({ kind: 'whole', state: 'complete' }, 'pause')).toBeNull();
  });

  it('of what catches up are none about a proof, for it has none', () => {
    const night = { kind: 'nightly', state: 'complete' } as const;
    expect(historyOrders(night)).toEqual([]);
    expect(afterHistoryOrder(night, 'prove')).toBeNull();
    expect(historyOrders({ kind: 'gap', state: 'running' })).toEqual(['pause', 'cancel', 'speed']);
  });
});
