import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, edit } from '#domain/sequences/edit.ts';
import { parseBlocks, parseStep } from '#domain/sequences/parse-step.ts';
import type { Block } from '#domain/sequences/step.ts';

const message = (id: string, text = 'Hello'): Block => ({
  id,
  kind: 'message',
  channel: 'sms',
  variants: [{ id: 'v', text }],
});
const wait = (id: string): Block => ({ id, kind: 'wait', amount: 3, unit: 'days' });
const exit = (id: string): Block => ({ id, kind: 'exit', label: 'Done' });
const draft = [message('ask'), wait('pause'), message('again'), exit('end')];

const order = (command: Command, blocks: readonly Block[] = draft) => {
  const edited = edit(blocks, command);
  return edited.kind === 'edited' ? edited.blocks.map(({ id }) => id).join(' ') : edited.code;
};

describe('editing a draft', () => {
  test('a step goes after the one named, or to the beginning', () => {
    expect(order({ kind: 'insert', step: wait('new'), after: 'ask' })).toBe(
      'ask new pause again end',
    );
    expect(order({ kind: 'insert', step: wait('new'), after: null })).toBe(
      'new ask pause again end',
    );
  });

  test('a step moves up and down and keeps its id', () => {
    expect(order({ kind: 'move', stepId: 'again', after: null })).toBe('again ask pause end');
    expect(order({ kind: 'move', stepId: 'ask', after: 'again' })).toBe('pause again ask end');
  });

  test('a copy follows its original under an id of its own', () => {
    expect(order({ kind: 'duplicate', stepId: 'ask', newId: 'copy' })).toBe(
      'ask copy pause again end',
    );
  });

  test('a step is changed in its place', () => {
    const edited = edit(draft, { kind: 'change', step: message('ask', 'Hi') });
    expect(edited).toMatchObject({
      kind: 'edited',
      blocks: [{ variants: [{ text: 'Hi' }] }, {}, {}, {}],
    });
  });

  test.each<[Command, string]>([
    [{ kind: 'remove', stepId: 'gone' }, 'no-such-step'],
    [{ kind: 'insert', step: wait('new'), after: 'gone' }, 'no-such-step'],
    [{ kind: 'insert', step: wait('ask'), after: null }, 'id-taken'],
    [{ kind: 'duplicate', stepId: 'ask', newId: 'end' }, 'id-taken'],
    [{ kind: 'move', stepId: 'ask', after: 'ask' }, 'after-itself'],
    [{ kind: 'move', stepId: 'ask', after: 'gone' }, 'no-such-step'],
    [{ kind: 'change', step: wait('ask') }, 'kind-changed'],
    [{ kind: 'change', step: wait('gone') }, 'no-such-step'],
  ])('%j is refused: %s', (command, code) => {
    expect(order(command)).toBe(code);
  });

  test('the draft handed in stays as it was', () => {
    const before = JSON.stringify(draft);
    order({ kind: 'remove', stepId: 'ask' });
    expect(JSON.stringify(draft)).toBe(before);
  });
});

describe('undo', () => {
  const id = fc.constantFrom('ask', 'pause', 'again', 'end', 'x', 'y');
  const after = fc.option(id);
  const command = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), step: id.map(wait), after }),
    fc.record({ kind: fc.constant('move' as const), stepId: id, after }),
    fc.record({ kind: fc.constant('duplicate' as const), stepId: id, newId: id }),
    fc.record({ kind: fc.constant('remove' as const), stepId: id }),
    fc.record({
      kind: fc.constant('change' as const),
      step: id.map((each) => message(each, 'other')),
    }),
  );

  test('any edits, taken back in turn, lead to the draft they began with; redone, to where they led', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let blocks: readonly Block[] = draft;
        const undo: Command[] = [];
        for (const each of commands) {
          const edited = edit(blocks, each);
          if (edited.kind === 'refused') continue;
          blocks = edited.blocks;
          undo.push(edited.inverse);
        }
        const reached = blocks;
        const redo: Command[] = [];
        for (const each of undo.toReversed()) blocks = applied(blocks, each, redo);
        expect(blocks).toEqual(draft);
        for (const each of redo.toReversed()) blocks = applied(blocks, each, []);
        expect(blocks).toEqual(reached);
      }),
    );
  });
});

function applied(
  blocks: readonly Block[],
  command: Command,
  inverses: Command[],
): readonly Block[] {
  const edited = edit(blocks, command);
  if (edited.kind === 'refused') throw new Error(edited.code);
  inverses.push(edited.inverse);
  return edited.blocks;
}

describe('steps from outside', () => {
  test('what is stored is read back', () => {
    expect(parseBlocks(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  test.each([
    [null],
    ['message'],
    [{ kind: 'wait', amount: 1, unit: 'days' }],
    [{ id: 'a', kind: 'wait', amount: '1', unit: 'days' }],
    [{ id: 'a', kind: 'wait', amount: 1, unit: 'weeks' }],
    [{ id: 'a', kind: 'message', channel: 'fax', variants: [{ id: 'v', text: '' }] }],
    [{ id: 'a', kind: 'message', channel: 'sms', variants: [] }],
    [{ id: 'a', kind: 'message', channel: 'sms', variants: [{ id: 'v' }] }],
    [{ id: 'a', kind: 'exit' }],
    [{ id: 'a', kind: 'teleport' }],
  ])('%j is no step', (value) => {
    expect(parseStep(value)).toBeNull();
  });

  test('foreign keys are dropped and wrong days too', () => {
    expect(
      parseStep({ id: 'a', kind: 'wait-until', hour: 9, minute: 0, days: [1, 8, 'x'], evil: true }),
    ).toEqual({
      id: 'a',
      kind: 'wait-until',
      hour: 9,
      minute: 0,
      days: [1],
    });
  });

  test('a list with a step twice is none', () => {
    expect(parseBlocks([wait('a'), wait('a')])).toBeNull();
    expect(parseBlocks({})).toBeNull();
  });
});
