import { type Block, findStep, type StepId } from './step.ts';

/** A place is named by the step before it; null is the beginning. */
export type After = StepId | null;

/** What an editor does to a draft. Ids come from the caller, so that a repeat is the same edit. */
export type Command =
  | { kind: 'insert'; step: Block; after: After }
  | { kind: 'move'; stepId: StepId; after: After }
  | { kind: 'duplicate'; stepId: StepId; newId: StepId }
  | { kind: 'remove'; stepId: StepId }
  | { kind: 'change'; step: Block };

export type Refused = 'no-such-step' | 'id-taken' | 'kind-changed' | 'after-itself';

/** `inverse` brings the draft back as it was: the undo log is a list of inverses. */
export type Edited =
  | { kind: 'edited'; blocks: readonly Block[]; inverse: Command }
  | { kind: 'refused'; code: Refused };

export function edit(blocks: readonly Block[], command: Command): Edited {
  switch (command.kind) {
    case 'insert':
      return insert(blocks, command.step, command.after);
    case 'move':
      return move(blocks, command.stepId, command.after);
    case 'duplicate':
      return duplicate(blocks, command.stepId, command.newId);
    case 'remove':
      return remove(blocks, command.stepId);
    case 'change':
      return change(blocks, command.step);
  }
}

function insert(blocks: readonly Block[], step: Block, after: After): Edited {
  if (findStep(blocks, step.id)) return refused('id-taken');
  if (after !== null && !findStep(blocks, after)) return refused('no-such-step');
  return {
    kind: 'edited',
    blocks: put(blocks, step, after),
    inverse: { kind: 'remove', stepId: step.id },
  };
}

function move(blocks: readonly Block[], stepId: StepId, after: After): Edited {
  const step = findStep(blocks, stepId);
  if (!step || (after !== null && !findStep(blocks, after))) return refused('no-such-step');
  if (after === stepId) return refused('after-itself');
  return {
    kind: 'edited',
    blocks: put(without(blocks, stepId), step, after),
    inverse: { kind: 'move', stepId, after: before(blocks, stepId) },
  };
}

function duplicate(blocks: readonly Block[], stepId: StepId, newId: StepId): Edited {
  const step = findStep(blocks, stepId);
  return step ? insert(blocks, { ...step, id: newId }, stepId) : refused('no-such-step');
}

function remove(blocks: readonly Block[], stepId: StepId): Edited {
  const step = findStep(blocks, stepId);
  if (!step) return refused('no-such-step');
  return {
    kind: 'edited',
    blocks: without(blocks, stepId),
    inverse: { kind: 'insert', step, after: before(blocks, stepId) },
  };
}

/** A step stays what it is: a wait that became a message would strand those who wait in it. */
function change(blocks: readonly Block[], step: Block): Edited {
  const old = findStep(blocks, step.id);
  if (!old) return refused('no-such-step');
  if (old.kind !== step.kind) return refused('kind-changed');
  return {
    kind: 'edited',
    blocks: blocks.map((block) => (block.id === step.id ? step : block)),
    inverse: { kind: 'change', step: old },
  };
}

function put(blocks: readonly Block[], step: Block, after: After): readonly Block[] {
  const at = after === null ? 0 : blocks.findIndex(({ id }) => id === after) + 1;
  return blocks.toSpliced(at, 0, step);
}

function without(blocks: readonly Block[], stepId: StepId): readonly Block[] {
  return blocks.filter(({ id }) => id !== stepId);
}

function before(blocks: readonly Block[], stepId: StepId): After {
  return blocks[blocks.findIndex(({ id }) => id === stepId) - 1]?.id ?? null;
}

function refused(code: Refused): Edited {
  return { kind: 'refused', code };
}
