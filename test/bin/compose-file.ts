import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Service {
  image: string;
  build?: string;
  environment?: Record<string, string>;
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  healthcheck?: { test: string[] };
}

export interface ComposeFile {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

export const composeText = readFileSync('docker-compose.yml', 'utf8');

export const composeFile = parse(composeText, { merge: true }) as ComposeFile;

/** Our own processes: those that are built here. */
export const ours = Object.entries(composeFile.services).filter(([, { build }]) => build);

/** As compose fills them in: `${NAME:-default}` and `${NAME:?hint}`. */
export function filledIn(text: string, values: Record<string, string>): string {
  return text.replaceAll(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, kind: string | undefined, word: string | undefined) =>
      values[name] || (kind === '-' ? (word ?? '') : ''),
  );
}
