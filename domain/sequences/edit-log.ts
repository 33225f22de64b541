import { type Command, edit, type Refused } from './edit.ts';
import type { Block } from './step.ts';

/** What brings a draft back by one: the commands in the order in which they are given. */
export type Undoing = { commands: readonly Command[]; at: number; typed?: true };

/** The latest last. Stored with the draft, so that it outlives the page. */
export type EditLog = { undo: readonly Undoing[]; redo: readonly Undoing[] };

export type Draft = { blocks: readonly Block[]; log: EditLog };

/** `same` is an edit that changes nothing, such as one that comes twice. */
export type DraftEdit =
  | { kind: 'edited'; draft: Draft }
  | { kind: 'same' }
  | { kind: 'refused'; code: Refused };

export const emptyLog: EditLog = { undo: [], redo: [] };

const mostKept = 100;

/** Typing is saved every moment; whoever undoes wants the sentence back and not a letter. */
const oneBurstMs = 20_000;

/** Gives the commands as one edit; `at` in epoch milliseconds. */
export function edited(draft: Draft, commands: readonly Command[], at: number): DraftEdit {
  return logged(draft, commands, { at });
}

/** What somebody types in one step: it goes on until they pause, or turn to something else. */
export function typed(draft: Draft, step: Block, at: number): DraftEdit {
  return logged(draft, [{ kind: 'change', step }], { at, typed: true });
}

type How = Omit<Undoing, 'commands'>;

function logged(draft: Draft, commands: readonly Command[], how: How): DraftEdit {
  const done = editAll(draft.blocks, commands);
  if (done.kind === 'refused') return done;
  if (same(done.blocks, draft.blocks)) return { kind: 'same' };
  const { undo } = draft.log;
  const kept = goesOn(undo.at(-1), done.inverse, how)
    ? undo
    : [...undo, { commands: done.inverse, ...how }].slice(-mostKept);
  return { kind: 'edited', draft: { blocks: done.blocks, log: { undo: kept, redo: [] } } };
}

export function undone({ blocks, log }: Draft, at: number): DraftEdit {
  const last = log.undo.at(-1);
  const done = editAll(blocks, last?.commands ?? []);
  if (!last || done.kind === 'refused') return { kind: 'same' };
  const redo = [...log.redo, { commands: done.inverse, at }];
  return drafted(done.blocks, { undo: log.undo.slice(0, -1), redo });
}

export function redone({ blocks, log }: Draft, at: number): DraftEdit {
  const last = log.redo.at(-1);
  const done = editAll(blocks, last?.commands ?? []);
  if (!last || done.kind === 'refused') return { kind: 'same' };
  const undo = [...log.undo, { commands: done.inverse, at }];
  return drafted(done.blocks, { undo, redo: log.redo.slice(0, -1) });
}

const drafted = (blocks: readonly Block[], log: EditLog): DraftEdit => ({
  kind: 'edited',
  draft: { blocks, log },
});

type AllEdited =
  | { kind: 'edited'; blocks: readonly Block[]; inverse: readonly Command[] }
  | { kind: 'refused'; code: Refused };

function editAll(blocks: readonly Block[], commands: readonly Command[]): AllEdited {
  let now = blocks;
  const inverse: Command[] = [];
  for (const command of commands) {
    const done = edit(now, command);
    if (done.kind === 'refused') return done;
    now = done.blocks;
    inverse.unshift(done.inverse);
  }
  return { kind: 'edited', blocks: now, inverse };
}

function goesOn(last: Undoing | undefined, inverse: readonly Command[], how: How): boolean {
  if (!last?.typed || !how.typed || how.at - last.at >= oneBurstMs) return false;
  const [before, now] = [last.commands[0], inverse[0]];
  return before?.kind === 'change' && now?.kind === 'change' && before.step.id === now.step.id;
}

const same = (a: readonly Block[], b: readonly Block[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
