import { globSync, readFileSync } from 'node:fs';

/** The variables that our processes parse at their start, by the file that parses them. */
export function variablesOfProcesses(): Map<string, string[]> {
  const files = globSync('{activities,server,sandbox,db}/**/env.ts');
  const found = files.map((file) => [file, keysOf(readFileSync(file, 'utf8'))] as const);
  return new Map(found.filter(([, keys]) => keys.length > 0));
}

/** A key of a zod object, such as `PORT: port.default(3000),`. */
const keysOf = (text: string) =>
  [...text.matchAll(/^ +([A-Z][A-Z0-9_]+):/gm)].flatMap(([, name]) => name ?? []);

/** The variables that code reads one by one, as the commands in bin/ do. What turns the bench is told by the bench. */
export function variablesReadOneByOne(): string[] {
  const files = globSync('{activities,server,sandbox,db,bin}/**/*.{ts,tsx,mjs}', {
    exclude: ['bin/bench/**'],
  });
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const direct = [...text.matchAll(/process\.env(?:\['|\.)([A-Z][A-Z0-9_]+)/g)];
  const ports = [...text.matchAll(/, '([A-Z_]+_PORT|PORT)', \d+\]/g)];
  return [...new Set([...direct, ...ports].flatMap(([, name]) => name ?? []))];
}
