import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** htmx, its stream extension and our own scripts as one file, each in a scope of its own. */
export function joinScripts(ownFolder: string, htmxFolder: string): string {
  const vendored = ['htmx.min.js', 'ext/hx-sse.min.js'].map((file) =>
    readFileSync(path.join(htmxFolder, file), 'utf8').replace(/\n\/\/# sourceMappingURL=.*$/m, ''),
  );
  const own = readdirSync(ownFolder)
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map(
      (file) =>
        `(()=>{'use strict';\n${bare(readFileSync(path.join(ownFolder, file), 'utf8'))}})();`,
    );
  return [...vendored, ...own].join(';\n');
}

// Whole-line comments and indents only: nothing here understands strings.
const bare = (source: string) =>
  source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .map((line) => `${line}\n`)
    .join('');
