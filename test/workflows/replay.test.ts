import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { people } from '#db/seeds/alder-and-tide/people.ts';
import { senders } from '#db/seeds/alder-and-tide/senders.ts';
import { workflowTypes } from '#domain/names.ts';
import { workflowBundle } from '#test/support/engine.ts';

const folder = new URL('../histories/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

const cure =
  'This change would break walks that are on their way. Put it behind patched() and record a new history (ARCHITECTURE.md).';

let code = '';
beforeAll(async () => {
  code = (await workflowBundle()).code;
});

describe('the replay gate', () => {
  test('holds histories of every workflow', () => {
    const types = new Set(names.map((name) => typeOf(read(name))));
    const sorted = (list: Iterable<string>) => [...list].toSorted((a, b) => a.localeCompare(b));
    expect(sorted(types)).toEqual(sorted(Object.values(workflowTypes)));
  });

  test.each(names)('%s plays on today’s code', async (name) => {
    const history: unknown = JSON.parse(read(name));
    const replay = Worker.runReplayHistory({ workflowBundle: { code } }, history);
    await expect(replay.then(() => 'played', explained)).resolves.toBe('played');
  });

  test.each(names)('%s names nobody', (name) => {
    const text = decoded(read(name));
    for (const { firstName, lastName, phone } of people) {
      expect(text).not.toContain(`${firstName} ${lastName}`);
      expect(text).not.toContain(phone.slice(1));
    }
    for (const { value } of senders) expect(text).not.toContain(value.slice(1));
    expect(text).not.toMatch(/storm windows|unsubscribed/i);
    // Nor any machine: a stack would tell where the code lay.
    expect(text).not.toMatch(/node_modules|@[\w-]+-[0-9a-f]{32}/);
  });
});

describe('what workers load', () => {
  test('is our own small code: none of the packages that domain may use elsewhere', () => {
    for (const name of ['libphonenumber', 'liquidjs', 'temporal-polyfill', 'sms-segments']) {
      expect(code).not.toContain(`node_modules/${name}`);
    }
  });

  test('refuses nothing a workflow may not have: no module of Node', () => {
    expect(code).not.toMatch(/require\("node:/);
  });
});

function explained(error: unknown): string {
  return `${cure}\n${error instanceof Error ? error.message : String(error)}`;
}

function typeOf(json: string): string {
  const { events } = JSON.parse(json) as {
    events: { workflowExecutionStartedEventAttributes?: { workflowType: { name: string } } }[];
  };
  return events[0]?.workflowExecutionStartedEventAttributes?.workflowType.name ?? '';
}

/** Payloads are base64 in a history; a search must see through it. */
function decoded(json: string): string {
  const payloads = [...json.matchAll(/"data": ?"([A-Za-z0-9+/=]+)"/g)].map(([, data]) =>
    Buffer.from(data ?? '', 'base64').toString('utf8'),
  );
  return `${json}\n${payloads.join('\n')}`;
}
