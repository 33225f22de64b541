import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited, emptyLog, undone } from '#domain/sequences/edit-log.ts';
import type { Block } from '#domain/sequences/step.ts';
import { towards } from '#domain/sequences/towards.ts';

const blocks = fc
  .uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 8 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .integer({ min: 1, max: 3 })
          .map((amount): Block =>
            id % 2 === 0
              ? { id: String(id), kind: 'wait', amount, unit: 'days' }
              : { id: String(id), kind: 'exit', label: `label ${amount}` },
          ),
      ),
    ),
  );

test('any draft becomes any version by commands, and one undo brings it back', () => {
  fc.assert(
    fc.property(blocks, blocks, (from, to) => {
      const draft = { blocks: from, log: emptyLog };
      const done = edited(draft, towards(from, to), 0);
      const there = done.kind === 'edited' ? done.draft : draft;
      expect([done.kind, there.blocks]).not.toEqual(['refused', from]);
      expect(there.blocks).toEqual(to);
      const back = undone(there, 1);
      expect(back.kind === 'edited' ? back.draft.blocks : there.blocks).toEqual(from);
    }),
  );
});

test('what is the same needs no command', () => {
  const steps: Block[] = [{ id: 'a', kind: 'exit', label: 'Done' }];
  expect(towards(steps, steps)).toEqual([]);
});
