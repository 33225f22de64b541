import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

// All executions share one evaluation of these modules (activities/workflow-code.ts): what one of them
// kept in a module, another would find there, and neither would be the same when it is played again.
test('no module of workflow code keeps anything of its own', () => {
  const files = [...modulesFrom('workflows/index.ts')];
  expect(files).toEqual(
    expect.arrayContaining(['workflows/sequences/membership.ts', 'domain/names.ts']),
  );
  const keeping = files.flatMap((file) => kept(file).map((line) => `${file}: ${line}`));
  expect(keeping).toEqual([]);
});

/** Of a file and of all that it imports for more than types, packages apart. */
function modulesFrom(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^;]*?from '([.#][^']+)'/gm,
  )) {
    modulesFrom(name.startsWith('#') ? name.slice(1) : join(dirname(file), name), known);
  }
  return known;
}

/** What can change after the module was read: variables, and collections to put things into. */
function kept(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) =>
      /^(?:export )?(?:let|var)\b|^(?:export )?const .*(?:= new |= \[\];|= {};)/.test(line),
    );
}
