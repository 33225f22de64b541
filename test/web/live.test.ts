import { expect, test } from 'vitest';
import { onNews } from '#web/live.ts';

test('a region that follows one thing also wakes for many at once, and where news was missed', () => {
  expect(onNews('conversation:0199')).toBe(
    'conversation:0199 from:document, conversation:any from:document, resync from:document',
  );
});

test('a costly region follows several kinds at its own pace', () => {
  expect(onNews(['inbox', 'campaign'], '2s')).toBe(
    'inbox from:document throttle:2s, campaign from:document throttle:2s, resync from:document throttle:2s',
  );
});
