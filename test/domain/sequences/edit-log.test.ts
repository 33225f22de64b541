import { describe, expect, test } from 'vitest';
import type { Command } from '#domain/sequences/edit.ts';
import { type Draft, edited, emptyLog, redone, typed, undone } from '#domain/sequences/edit-log.ts';
import type { Block } from '#domain/sequences/step.ts';

const message = (id: string, text: string): Block => ({
  id,
  kind: 'message',
  channel: 'sms',
  variants: [{ id: 'v', text }],
});
const wait: Block = { id: 'pause', kind: 'wait', amount: 3, unit: 'days' };
const start: Draft = { blocks: [message('ask', 'Hello'), wait], log: emptyLog };

const type = (text: string): Command => ({ kind: 'change', step: message('ask', text) });

function give(draft: Draft, at: number, ...commands: Command[]): Draft {
  const done = edited(draft, commands, at);
  if (done.kind !== 'edited') throw new Error(done.kind);
  return done.draft;
}
function write(draft: Draft, at: number, text: string): Draft {
  const done = typed(draft, message('ask', text), at);
  if (done.kind !== 'edited') throw new Error(done.kind);
  return done.draft;
}
function back(draft: Draft, way: typeof undone = undone): Draft {
  const done = way(draft, 0);
  if (done.kind !== 'edited') throw new Error(done.kind);
  return done.draft;
}
const textOf = ({ blocks }: Draft) =>
  blocks[0]?.kind === 'message' ? blocks[0].variants[0].text : '';

describe('the log of a draft', () => {
  test('each edit is undone and done again, and nothing is left over', () => {
    const moved = give(start, 0, { kind: 'move', stepId: 'pause', after: null });
    const removed = give(moved, 1, { kind: 'remove', stepId: 'ask' });
    expect(back(back(removed)).blocks).toEqual(start.blocks);
    expect(back(back(back(back(removed)), redone), redone).blocks).toEqual(removed.blocks);
    expect(undone(start, 0)).toEqual({ kind: 'same' });
    expect(redone(start, 0)).toEqual({ kind: 'same' });
  });

  test('a burst of typing in one step is undone at once, what was typed later by itself', () => {
    const burst = write(write(write(start, 0, 'He'), 900, 'Hey'), 60_000, 'Hey!');
    expect(textOf(back(burst))).toBe('Hey');
    expect(textOf(back(back(burst)))).toBe('Hello');
  });

  test('typing does not go on over what was done otherwise', () => {
    const restored = give(write(start, 0, 'He'), 1, type('Version one'));
    expect(textOf(back(write(restored, 2, 'Version one, and more')))).toBe('Version one');
    expect(textOf(back(restored))).toBe('He');
  });

  test('a new edit forgets what could have been done again', () => {
    const again = give(back(give(start, 0, type('One'))), 1, type('Two'));
    expect(redone(again, 2)).toEqual({ kind: 'same' });
  });

  test('several commands are one edit', () => {
    const both = give(
      start,
      0,
      { kind: 'remove', stepId: 'ask' },
      { kind: 'remove', stepId: 'pause' },
    );
    expect(back(both).blocks).toEqual(start.blocks);
  });

  test('an edit that comes twice changes nothing the second time', () => {
    expect(edited(give(start, 0, type('Hey')), [type('Hey')], 1)).toEqual({ kind: 'same' });
  });

  test('an edit of a step that is gone is refused', () => {
    const gone = edited(start, [{ kind: 'remove', stepId: 'nobody' }], 0);
    expect(gone).toEqual({ kind: 'refused', code: 'no-such-step' });
  });

  test('at most a hundred edits are kept', () => {
    let draft = start;
    for (let n = 0; n < 130; n++) draft = give(draft, n * 60_000, type(`text ${n}`));
    expect(draft.log.undo).toHaveLength(100);
  });
});
