import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What the repository holds, without files that are removed in the work tree. */
export const tracked = execFileSync('git', ['ls-files', '--deduplicate'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && read(file) !== null);

export interface Document {
  path: string;
  text: string;
}

/** What people read of us; fixtures speak for themselves. */
export const documents: Document[] = tracked
  .filter((path) => path.endsWith('.md') && !path.startsWith('test/'))
  .map((path) => ({ path, text: textOf(path) }));

export const documentAt = (path: string): string =>
  documents.find((document) => document.path === path)?.text ?? '';

export function textOf(path: string): string {
  return read(path) ?? '';
}

/** Words set as code in a document, without blocks of code. */
export const codeWords = ({ text }: Document): string[] =>
  matches(text.replaceAll(/```[\s\S]*?```/g, ''), /`([^`\n]+)`/g);

/** The groups of every match. */
export const matchesOf = (text: string, pattern: RegExp): string[][] =>
  [...text.matchAll(pattern)].map(([, ...groups]) => groups.map((group) => group ?? ''));

/** The first group of every match. */
export const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, first]) => first ?? []);

/** Lines of tracked text that a pattern fits, as `file:line`. */
export function placesOf(pattern: RegExp, files: readonly string[] = tracked): string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}`] : [])),
  );
}

function read(file: string): string | null {
  try {
    const bytes = readFileSync(file);
    return bytes.includes(0) ? '' : bytes.toString('utf8');
  } catch {
    return null; // removed, and not yet committed so
  }
}
