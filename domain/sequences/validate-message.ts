import { fieldKey, standardField } from '#domain/sending/merge-fields.ts';
import { costlyCharacters, countSegments } from '#domain/sending/segments.ts';
import { mostSegments } from '#domain/sending/standing.ts';
import { fieldsUsed, fieldsWithoutFallback, longestText } from '#domain/sending/template.ts';
import { parseTemplate } from '#domain/sending/template-parts.ts';
import { mentionsOptOut } from './opt-out-wording.ts';
import type { Issue, IssueCode, Severity } from './issue.ts';
import type { MessageStep } from './step.ts';

export type KnownFields = {
  /** Labels or keys of the workspace's own contact fields. */
  customFields?: readonly string[];
  smartEncoding?: boolean;
};

/** What is wrong with one message, each wording looked at by itself. */
export function messageIssues(step: MessageStep, known: KnownFields): readonly Issue[] {
  const issue = (severity: Severity, code: IssueCode, params: Issue['params'] = {}): Issue => ({
    stepId: step.id,
    severity,
    code,
    params,
  });
  return step.variants.flatMap(({ text }) => {
    if (text.trim() === '') return [issue('error', 'empty-message')];
    const template = parseTemplate(text);
    if (template.kind === 'broken') {
      return [issue('error', 'broken-text', { code: template.code, found: template.found })];
    }
    return [
      ...leftovers(text).map((found) => issue('error', 'broken-text', { code: 'leftover', found })),
      ...unknown(text, known).map((field) => issue('error', 'unknown-field', { field })),
      ...bare(text, known).map((field) => issue('error', 'field-without-fallback', { field })),
      ...sizes(text, known).map(([code, params]) => issue('error', code, params)),
      ...costs(text, known).map((characters) =>
        issue('warning', 'costly-characters', { characters }),
      ),
      ...(mentionsOptOut(text) ? [] : [issue('warning', 'no-opt-out')]),
      ...shorteners(text).map((host) => issue('warning', 'public-shortener', { host })),
    ];
  });
}

function leftovers(text: string): readonly string[] {
  return /\[\[|\]\]|<%|%>/.exec(text)?.slice(0, 1) ?? [];
}

function isCustom(key: string, { customFields = [] }: KnownFields): boolean {
  return customFields.some((label) => fieldKey(label) === key);
}

function unknown(text: string, known: KnownFields): readonly string[] {
  return fieldsUsed(text).filter((key) => !standardField(key) && !isCustom(key, known));
}

function bare(text: string, known: KnownFields): readonly string[] {
  return fieldsWithoutFallback(text).filter(
    (key) => isCustom(key, known) || standardField(key)?.always === false,
  );
}

/** The words around the fields alone are too long already; what fields add is judged per person. */
function sizes(text: string, known: KnownFields): readonly [IssueCode, Issue['params']][] {
  const words = withoutFields(text);
  if (words.length > longestText) {
    return [['text-too-long', { length: words.length, most: longestText }]];
  }
  const { segments } = countSegments(words, known.smartEncoding);
  return segments > mostSegments ? [['too-many-segments', { segments, most: mostSegments }]] : [];
}

/** Only where they cost something: a text that would be one segment less without them. */
function costs(text: string, known: KnownFields): readonly string[] {
  const words = withoutFields(text);
  const characters = costlyCharacters(words, known.smartEncoding);
  if (characters.length === 0) return [];
  const plain = characters.reduce((rest, each) => rest.replaceAll(each, 'x'), words);
  const saved = countSegments(words, known.smartEncoding).segments > countSegments(plain).segments;
  return saved ? [characters.join(' ')] : [];
}

function withoutFields(text: string): string {
  const template = parseTemplate(text);
  if (template.kind === 'broken') return text;
  return template.pieces.map((piece) => (piece.kind === 'literal' ? piece.text : '')).join('');
}

const shortenerHosts =
  /\b(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|rebrand\.ly)\b/gi;

/** Carriers filter the shorteners that everybody shares. */
function shorteners(text: string): readonly string[] {
  return [...new Set([...text.matchAll(shortenerHosts)].map(([host]) => host.toLowerCase()))];
}
