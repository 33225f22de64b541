import { mergeValue, leftover } from './merge-value.ts';
import type { MergeFacts } from './merge-fields.ts';
import type { Rendered } from './rendered.ts';
import { parseTemplate, type Piece, type Template } from './template-parts.ts';

/** More than this no provider takes as one message (Twilio error 21617). */
export const longestText = 1600;

/**
 * The one way a message is filled: preview, test, review and sender all call it.
 * A person who lacks a field without fallback gets no message at all.
 */
export function renderText(text: string, facts: MergeFacts): Rendered {
  const template = parseTemplate(text);
  if (template.kind === 'broken') return template;
  const missing = new Set<string>();
  const parts = template.pieces.map((piece) => fill(piece, facts, missing));
  if (missing.size > 0) return { kind: 'missing', fields: [...missing] };
  return checked(tidy(parts.join('')));
}

/** Canonical keys of every field that the text names, once each, in order; empty for a broken text. */
export function fieldsUsed(text: string): readonly string[] {
  return [...new Set(fieldPieces(parseTemplate(text)).flatMap((piece) => piece.fields))];
}

/** Those among them that stand somewhere without a fallback. */
export function fieldsWithoutFallback(text: string): readonly string[] {
  const bare = fieldPieces(parseTemplate(text)).filter((piece) => piece.render({}) === '');
  return [...new Set(bare.map((piece) => piece.fields[0]))];
}

type FieldPiece = Extract<Piece, { kind: 'field' }>;

function fieldPieces(template: Template): readonly FieldPiece[] {
  if (template.kind === 'broken') return [];
  return template.pieces.filter((piece) => piece.kind === 'field');
}

function fill(piece: Piece, facts: MergeFacts, missing: Set<string>): string {
  if (piece.kind === 'literal') return piece.text;
  const values: Record<string, string> = {};
  for (const key of piece.fields) values[key] = mergeValue(key, own(facts, key)) ?? '';
  const filled = piece.render(values).trim();
  if (filled === '') missing.add(piece.fields[0]);
  return filled;
}

/** `constructor` and its like are no fields of anybody. */
function own(facts: MergeFacts, key: string): string | null | undefined {
  return Object.hasOwn(facts, key) ? facts[key] : null;
}

/** Line breaks stay; other control characters and runs of blanks do not. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function checked(text: string): Rendered {
  if (text === '') return { kind: 'broken', code: 'empty', found: '' };
  const left = leftover.exec(text)?.[0];
  if (left) return { kind: 'broken', code: 'leftover', found: left };
  if (text.length > longestText) {
    return { kind: 'broken', code: 'too-long', found: String(text.length) };
  }
  return { kind: 'text', text };
}
