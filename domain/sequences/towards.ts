import { type Command, edit } from './edit.ts';
import { type Block, findStep } from './step.ts';

/**
 * The commands that make one list of steps into another, so that restoring a version is an edit
 * like any other and can be undone.
 */
export function towards(from: readonly Block[], to: readonly Block[]): readonly Command[] {
  const commands: Command[] = [];
  let now = from;
  const give = (command: Command): void => {
    const done = edit(now, command);
    if (done.kind === 'refused') return;
    commands.push(command);
    now = done.blocks;
  };
  for (const { id, kind } of from) {
    if (findStep(to, id)?.kind !== kind) give({ kind: 'remove', stepId: id });
  }
  for (const [place, step] of to.entries()) {
    const after = to[place - 1]?.id ?? null;
    if (!findStep(now, step.id)) give({ kind: 'insert', step, after });
    if (now[place]?.id !== step.id) give({ kind: 'move', stepId: step.id, after });
    if (!sameStep(findStep(now, step.id), step)) give({ kind: 'change', step });
  }
  return commands;
}

const sameStep = (a: Block | undefined, b: Block): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
