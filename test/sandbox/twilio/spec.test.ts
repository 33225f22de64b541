import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GEORGE, json, PROVIDER_CONFIRMS, RUTH, startSandbox } from '../running.ts';

const FILE = join(import.meta.dirname, '../../../../shared/specs/twilio/twilio_api_v2010.json');
const MESSAGES = '/2010-04-01/Accounts/{AccountSid}/Messages.json';

type Schema = {
  readonly $ref?: string;
  readonly type?: 'string' | 'integer' | 'object' | 'array';
  readonly nullable?: boolean;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
};

type Content = { readonly content: { readonly [type: string]: { readonly schema: Schema } } };
type Spec = {
  readonly components: { readonly schemas: { readonly [name: string]: Schema } };
  readonly paths: {
    readonly [path: string]: {
      readonly get: { readonly responses: { readonly 200: Content } };
      readonly post: { readonly requestBody: Content };
    };
  };
};

if (!existsSync(FILE)) console.warn(`SKIPPED: Twilio's own specification is not at ${FILE}`);

describe.skipIf(!existsSync(FILE))('against the specification that Twilio publishes', () => {
  let spec: Spec;
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  beforeAll(async () => {
    spec = JSON.parse(readFileSync(FILE, 'utf8')) as Spec;
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  /** What of a value breaks its schema: a missing, unknown or ill-typed field, each with its path. */
  function faultsOf(value: unknown, schema: Schema, path: string): string[] {
    const found = schema.$ref ? spec.components.schemas[schema.$ref.split('/').at(-1)!]! : schema;
    if (value === null) return found.nullable ? [] : [`${path} is null`];
    if (found.enum)
      return found.enum.includes(value as string) ? [] : [`${path} is ${JSON.stringify(value)}`];
    if (found.type === 'string') return faultsOfText(value, found, path);
    if (found.type === 'integer') return Number.isInteger(value) ? [] : [`${path} is no integer`];
    if (found.type === 'array') {
      return (value as unknown[]).flatMap((one, i) => faultsOf(one, found.items!, `${path}[${i}]`));
    }
    return found.properties ? faultsOfObject(value as object, found.properties, path) : [];
  }

  function faultsOfObject(
    value: object,
    properties: Record<string, Schema>,
    path: string,
  ): string[] {
    const fields = value as Record<string, unknown>;
    const unknown = Object.keys(fields).filter((name) => !(name in properties));
    return [
      ...unknown.map((name) => `${path}.${name} is not in the specification`),
      ...Object.entries(properties).flatMap(([name, schema]) =>
        fields[name] === undefined
          ? [`${path}.${name} is missing`]
          : faultsOf(fields[name], schema, `${path}.${name}`),
      ),
    ];
  }

  function schemaOf(name: string): Schema {
    return spec.components.schemas[name]!;
  }

  test('a message has every field, before and after its walk, out and in', async () => {
    const schema = schemaOf('api.v2010.account.message');
    const created = await json(sandbox.create({}));
    expect(faultsOf(created, schema, 'created')).toEqual([]);
    await sandbox.write(GEORGE, { to: PROVIDER_CONFIRMS, body: 'Look', media: 'picture' });
    const page = await vi.waitFor(async () => {
      const list = await json<{ messages: { status: string }[] }>(sandbox.get('/Messages.json'));
      expect(list.messages.map((one) => one.status).toSorted(compare)).toEqual([
        'delivered',
        'received',
      ]);
      return list;
    });
    const list = spec.paths[MESSAGES]!.get.responses[200].content['application/json']!.schema;
    expect(faultsOf(page, list, 'page')).toEqual([]);
  });

  test('an account and a picture have every field', async () => {
    const account = await json(
      fetch(`${sandbox.api}.json`, { headers: { Authorization: sandbox.authorization } }),
    );
    expect(faultsOf(account, schemaOf('api.v2010.account'), 'account')).toEqual([]);
    const { sid } = await json(sandbox.write(GEORGE, { to: PROVIDER_CONFIRMS, media: 'picture' }));
    const { media_list: pictures } = await json<{ media_list: object[] }>(
      sandbox.get(`/Messages/${sid}/Media.json`),
    );
    expect(pictures).toHaveLength(1);
    expect(faultsOf(pictures[0], schemaOf('api.v2010.account.message.media'), 'picture')).toEqual(
      [],
    );
  });

  test('every field that a client may post is taken and kept in the ledger', async () => {
    const schema =
      spec.paths[MESSAGES]!.post.requestBody.content['application/x-www-form-urlencoded']!;
    const properties = schema.schema.properties!;
    const apart = ['To', 'From', 'Body', 'MediaUrl', 'StatusCallback', 'ContentSid'];
    const names = Object.keys(properties).filter((name) => !apart.includes(name));
    const fields = Object.fromEntries(
      names.map((name) => [name, exampleOf(properties[name]!, name)]),
    );
    const answer = await sandbox.create({ ...fields, To: RUTH });
    expect(answer.status).toBe(201);
    const { sid } = await json(answer);
    const row = (await sandbox.ledger()).find((one) => one.sid === sid);
    expect(row?.fields).toEqual(fields);
    expect(schema.schema.required).toEqual(['To']);
  });

  function exampleOf(schema: Schema, name: string): string {
    if (schema.pattern?.startsWith('^MG')) return `MG${'0'.repeat(32)}`;
    return name === 'ValidityPeriod' ? '14400' : 'true';
  }
});

function faultsOfText(value: unknown, schema: Schema, path: string): string[] {
  if (typeof value !== 'string') return [`${path} is no text`];
  return !schema.pattern || new RegExp(schema.pattern).test(value) ? [] : [`${path} is ${value}`];
}

function compare(a: string, b: string): number {
  return a.localeCompare(b);
}
