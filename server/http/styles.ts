import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All sheets as one: the tokens first (they declare the layers), the rest by path. */
export function joinStyles(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && file !== 'tokens.css')
    .sort();
  return ['tokens.css', ...files]
    .map((file) => squeeze(readFileSync(path.join(folder, file), 'utf8')))
    .join('');
}

// Enough for our own sheets; brotli does the rest.
const squeeze = (css: string) =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
