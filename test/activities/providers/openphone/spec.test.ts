import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startQuo } from '#test/sandbox/openphone/quo.ts';
import { openImport, openTelephone } from '#test/support/history.ts';
import { driveImport } from '#test/support/history/drive.ts';
import { startOddProvider } from '#test/support/history/odd-provider.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

const DIR = join(import.meta.dirname, '../../../../../shared/specs/openphone');
/** The newest one, and the one before, which alone describes users, voicemails and single calls. */
const FILES = ['quo-public-api-v1.2025-12.json', 'openphone-public-api-v1.2025-11.json'];
const isHere = FILES.every((file) => existsSync(join(DIR, file)));

if (!isHere) console.warn(`SKIPPED: Quo's own specification is not at ${DIR}`);

type Parameter = { in: string; name: string; required?: boolean };
type Spec = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> };

describe.skipIf(!isHere)(
  'requests of an import, against the specification that Quo publishes',
  () => {
    let world: TestWorld;
    let sandbox: Awaited<ReturnType<typeof startQuo>>;
    let odd: Awaited<ReturnType<typeof startOddProvider>>;
    let specs: Spec[];

    beforeAll(async () => {
      specs = FILES.map((file) => JSON.parse(readFileSync(join(DIR, file), 'utf8')) as Spec);
      world = await openWorld();
      sandbox = await startQuo({ size: 1 / 500 });
      odd = await startOddProvider(sandbox.url);
      const telephone = await openTelephone(world, odd.url);
      await driveImport(telephone, await openImport(telephone));
    }, 60_000);
    afterAll(async () => {
      await odd?.close();
      await sandbox?.close();
      await world?.end();
    });

    /** What is wrong with a request: a path, a name or a lack. */
    function faultsOf(request: string): string[] {
      const [method = '', address = ''] = request.split(' ');
      const { pathname, searchParams } = new URL(address, 'https://api.quo.com');
      const described = specs.flatMap(({ paths }) =>
        Object.entries(paths)
          .filter(([path]) =>
            new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
          )
          .map(([, methods]) => methods[method.toLowerCase()]),
      );
      const operation = described.find((one) => one !== undefined);
      if (!operation) return [`${method} ${pathname} is not there`];
      const known = (operation.parameters ?? []).filter((one) => one.in === 'query');
      const said = [...searchParams.keys()];
      return [
        ...said.filter((name) => !known.some((one) => one.name === name)),
        ...known
          .filter((one) => one.required && !said.includes(one.name))
          .map(({ name }) => `no ${name}`),
      ];
    }

    test('name what is there, and all that they must', () => {
      expect(odd.asked.length).toBeGreaterThan(100);
      expect(odd.asked.flatMap(faultsOf)).toEqual([]);
    });
  },
);
