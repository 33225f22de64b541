import { fieldsWithoutFallback } from '#domain/sending/template.ts';
import { messageText, type Block } from '#domain/sequences/step.ts';

/** Canonical keys that the first message needs of a person: without one of them they are left out. */
export function fieldsNeeded(blocks: readonly Block[]): readonly string[] {
  const first = blocks.find((block) => block.kind === 'message');
  return first?.kind === 'message' ? fieldsWithoutFallback(messageText(first)) : [];
}
