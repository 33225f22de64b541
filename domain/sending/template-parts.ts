import { Liquid, Output, type Template as LiquidTemplate, TokenKind } from 'liquidjs';
import { canonicalField } from './merge-fields.ts';
import type { BrokenText, Rendered } from './rendered.ts';

/** `render` takes values by canonical key and answers '' where the field is blank and has no fallback. */
export type Piece =
  | { kind: 'literal'; text: string }
  | { kind: 'field'; fields: readonly [string, ...string[]]; render: (values: Values) => string };

type Values = Readonly<Record<string, string>>;

type Broken = Extract<Rendered, { kind: 'broken' }>;

export type Template = { kind: 'pieces'; pieces: readonly Piece[] } | Broken;

/**
 * Two forms are read: Liquid's output, `{{ first_name | default: "there" | capitalize }}`,
 * and the short `{first_name|there}`. Liquid sees only the expressions, one by one; there are no tags.
 */
export function parseTemplate(text: string): Template {
  const known = parsed.get(text);
  if (known) return known;
  const template = parseAfresh(text);
  if (parsed.size >= remembered) parsed.clear();
  parsed.set(text, template);
  return template;
}

/** One text is filled for thousands of people in a row; parsing it once is most of the speed. */
const parsed = new Map<string, Template>();
const remembered = 200;

function parseAfresh(text: string): Template {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(brace)) {
    const piece = pieceOf(match[0]);
    if (piece.kind === 'broken') return piece;
    if (match.index > from) pieces.push({ kind: 'literal', text: text.slice(from, match.index) });
    pieces.push(piece);
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'literal', text: text.slice(from) });
  return { kind: 'pieces', pieces };
}

const brace = /\{\{[^{}]*\}\}|\{%|\{[^{}]*\}|[{}]/g;
const shortForm = /^\{\s*([\p{L}_][\p{L}\p{M}\p{N}_ .-]*?)\s*(?:\|([^{}]*))?\}$/u;

function pieceOf(source: string): Piece | Broken {
  if (source === '{%') return broken('tag', source);
  if (source.startsWith('{{')) return expression(source, source);
  const [, field, fallback] = shortForm.exec(source) ?? [];
  if (field === undefined) return broken('syntax', source);
  const key = canonicalField(field);
  const rest = fallback === undefined ? '' : ` | default: ${quoted(fallback.trim())}`;
  return expression(`{{ ${key}${rest} }}`, source);
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\"`)}"`;
}

const engine = lockedDown();

/** No tags, no files, five filters, own properties only. */
function lockedDown(): Liquid {
  const liquid = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    parseLimit: 10_000,
    memoryLimit: 100_000,
  });
  const filters = new Set(['default', 'capitalize', 'upcase', 'downcase', 'truncate']);
  for (const tag of Object.keys(liquid.tags)) delete liquid.tags[tag];
  for (const name of Object.keys(liquid.filters)) {
    if (!filters.has(name)) delete liquid.filters[name];
  }
  return liquid;
}

function expression(liquid: string, source: string): Piece | Broken {
  let parts: LiquidTemplate[];
  try {
    parts = engine.parse(liquid);
  } catch (error) {
    const filter = error instanceof Error && error.message.includes('undefined filter');
    return broken(filter ? 'filter' : 'syntax', source);
  }
  const [output] = parts;
  if (!(output instanceof Output) || !isPlain(output)) return broken('expression', source);
  const words = engine.variableSegmentsSync(parts).map((segments) => String(segments[0]));
  const [first, ...others] = words.map(canonicalField);
  if (first === undefined) return broken('expression', source);
  return {
    kind: 'field',
    fields: [first, ...others],
    render: (values) =>
      engine.renderSync(
        parts,
        Object.fromEntries(words.map((word) => [word, values[canonicalField(word)] ?? ''])),
      ) as string,
  };
}

/** One field, then filters; no operators, ranges or paths, which cost memory or reach elsewhere. */
function isPlain(output: Output): boolean {
  const [initial, ...operators] = output.value.initial.postfix;
  if (initial?.kind !== TokenKind.PropertyAccess || operators.length > 0) return false;
  const paths = engine.variableSegmentsSync([output]).some((segments) => segments.length > 1);
  const args = output.value.filters.flatMap((filter) => filter.args);
  return !paths && args.every((arg) => !Array.isArray(arg) && plainArguments.has(arg.kind));
}

const plainArguments = new Set([TokenKind.PropertyAccess, TokenKind.Quoted, TokenKind.Number]);

function broken(code: BrokenText, found: string): Broken {
  return { kind: 'broken', code, found };
}
