import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { webhookEvents } from '#activities/accounts/webhooks.ts';
import { createOpenPhone, webhookKinds } from '#activities/providers/openphone/client.ts';
import { openPhoneMessaging } from '#activities/providers/openphone/messaging.ts';

const SPEC = join(
  import.meta.dirname,
  '../../../../shared/specs/openphone/quo-public-api-v1.2025-12.json',
);
const isHere = existsSync(SPEC);
if (!isHere) console.warn(`SKIPPED: Quo's own specification is not at ${SPEC}`);

interface Operation {
  parameters?: { in: string; name: string; required?: boolean; schema: object }[];
  requestBody?: { content: { 'application/json': { schema: object } } };
}
interface Spec {
  components: object;
  paths: Record<string, Record<string, Operation>>;
}

const message = {
  id: 'AC1',
  to: ['+16035550101'],
  from: '+16035550161',
  text: 'Hello',
  direction: 'outgoing',
  status: 'queued',
  createdAt: '2026-12-01T15:00:00.000Z',
};
const webhook = { id: 'WH1', url: 'https://our.example/hook', events: [], key: 'a2V5' };

describe.skipIf(!isHere)('what texting asks of OpenPhone', () => {
  let asked: Request[];
  beforeEach(() => {
    asked = [];
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const request = new Request(url, init);
      asked.push(request);
      const one = request.url.includes('/webhooks') ? webhook : message;
      const data = request.method === 'POST' ? one : [one];
      return Response.json({ data, totalItems: 1, nextPageToken: null });
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const client = createOpenPhone({
    apiKey: 'a-key-of-the-workspace',
    sandboxUrl: undefined,
    pace: async () => undefined,
    timeoutMs: 1000,
  });
  const texting = openPhoneMessaging({ client, numberIdOf: async () => 'PN1' });
  const from = '+16035550161';
  const to = '+16035550101';

  const asks: Record<string, () => Promise<unknown>> = {
    'a text': () => texting.send({ from, to, body: 'Hello', sendId: 's' }),
    'a list between two numbers': () => texting.list({ from, to, since: new Date() }),
    'the numbers': () => texting.check(),
    'the webhooks': () => client.webhooks(),
  };
  for (const kind of webhookKinds) {
    const body = { url: 'https://our.example/hook', events: webhookEvents[kind] };
    asks[`a webhook of ${kind}`] = () => client.createWebhook(kind, body);
  }

  test.each(Object.entries(asks))('%s is asked for as it is described', async (_, ask) => {
    await ask();
    expect(asked).toHaveLength(1);
    expect(await faultsOf(asked[0]!)).toEqual([]);
  });
});

/** What of a request its description does not allow, or misses. */
async function faultsOf(request: Request): Promise<unknown[]> {
  const spec = JSON.parse(readFileSync(SPEC, 'utf8')) as Spec;
  const { pathname, searchParams } = new URL(request.url);
  const operation = spec.paths[pathname]?.[request.method.toLowerCase()];
  if (!operation) return [`${request.method} ${pathname} is not described`];
  const known = operation.parameters?.filter((one) => one.in === 'query') ?? [];
  const names = [...new Set(searchParams.keys())];
  return [
    ...names.filter((name) => !known.some((one) => one.name === name)),
    ...known.filter((one) => one.required && !names.includes(one.name)).map(({ name }) => name),
    ...(await bodyFaults(spec, operation, request)),
    ...(request.headers.get('Authorization') === 'a-key-of-the-workspace' ? [] : ['key']),
  ];
}

async function bodyFaults(spec: Spec, operation: Operation, request: Request): Promise<unknown[]> {
  if (!operation.requestBody) return [];
  const { schema } = operation.requestBody.content['application/json'];
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  const closed = { ...schema, components: spec.components, additionalProperties: false };
  const validate = ajv.compile(closed);
  return validate(await request.json()) ? [] : (validate.errors ?? []);
}
