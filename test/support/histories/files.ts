import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { History } from './history.ts';
import type { NamedHistory } from './play.ts';

/** `<type>-<shape>`, such as `contact-import-killed`. */
const folder = new URL('../../histories/', import.meta.url);
const fileOf = (name: string): URL => new URL(`${name}.json`, folder);

/** What file names begin with: contact-import of contactImport. */
export const prefixOf = (workflowType: string): string =>
  workflowType.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** All that are recorded, by name. */
export const recordedHistories = (): NamedHistory[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .map((name) => ({ name, history: JSON.parse(readFileSync(fileOf(name), 'utf8')) as History }));

export const isRecorded = (name: string): boolean => existsSync(fileOf(name));

/** One event a line, so that a difference shows where it is. */
export function writeHistory({ name, history }: NamedHistory): void {
  const lines = history.events.map((event) => JSON.stringify(event));
  writeFileSync(fileOf(name), `{"events":[\n${lines.join(',\n')}\n]}\n`);
}
