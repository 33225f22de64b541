import type { Block, StepId } from '#domain/sequences/step.ts';
import type { Ui } from '../ui.ts';
import { stepLength } from './step-length.ts';

/** What a step is called where nobody has named it: a wait by its length, a message by its number. */
export function stepTitle(ui: Ui, blocks: readonly Block[], step: Block): string {
  const t = ui.t.sequences;
  switch (step.kind) {
    case 'message':
      return step.title?.trim() || t.untitled(messageNumber(blocks, step.id));
    case 'wait':
    case 'wait-until':
      return capitalised(stepLength(ui, step));
    case 'exit':
      return step.label.trim() ? t.exit(step.label.trim()) : t.exitUnnamed;
  }
}

function messageNumber(blocks: readonly Block[], id: StepId): number {
  return blocks.filter(({ kind }) => kind === 'message').findIndex((step) => step.id === id) + 1;
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
