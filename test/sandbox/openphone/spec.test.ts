import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json } from '../running.ts';
import { activityOf, type Row, startQuo } from './quo.ts';

const DIR = join(import.meta.dirname, '../../../../shared/specs/openphone');
/** The newest one, and the one before, which alone describes users, voicemails and single calls. */
const FILES = ['quo-public-api-v1.2025-12.json', 'openphone-public-api-v1.2025-11.json'];
const isHere = FILES.every((file) => existsSync(join(DIR, file)));

type Operation = {
  readonly responses: {
    readonly [status: string]: { readonly content?: { readonly 'application/json': object } };
  };
};
type Spec = {
  readonly components: object;
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
};

if (!isHere) console.warn(`SKIPPED: Quo's own specification is not at ${DIR}`);

describe.skipIf(!isHere)('against the specification that Quo publishes', () => {
  let specs: Spec[];
  let sandbox: Awaited<ReturnType<typeof startQuo>>;
  let conversations: readonly Row[];
  let calls: Row[];
  beforeAll(async () => {
    specs = FILES.map((file) => JSON.parse(readFileSync(join(DIR, file), 'utf8')) as Spec);
    sandbox = await startQuo();
    conversations = (await sandbox.quo.list('/conversations?maxResults=100')).data;
    const pages = conversations
      .filter((one) => (one['participants'] as string[]).length === 1)
      .map((one) => sandbox.quo.all(activityOf(one, 'calls')));
    calls = (await Promise.all(pages)).flat();
  });
  afterAll(() => sandbox.close());

  const validators = new Map<string, ValidateFunction>();

  function validatorFor(method: string, path: string, status: number): ValidateFunction {
    const spec = specs.find((one) => one.paths[path]?.[method])!;
    const content = spec.paths[path]![method]!.responses[status]?.content?.['application/json'];
    const { schema } = content as { schema: object };
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    return ajv.compile({ ...schema, components: spec.components });
  }

  /** What of an answer breaks the schema of its operation. */
  async function faultsOf(answer: Response | Promise<Response>, operation: string) {
    const [method, path] = operation.split(' ') as [string, string];
    const { status, body } = await settled(answer);
    const key = `${operation} ${status}`;
    const validate = validators.get(key) ?? validatorFor(method, path, status);
    validators.set(key, validate);
    return validate(body) ? [] : validate.errors;
  }

  const LISTS = [
    ['get /v1/phone-numbers', () => '/phone-numbers'],
    ['get /v1/users', () => '/users?maxResults=2'],
    ['get /v1/conversations', () => '/conversations?maxResults=100'],
    ['get /v1/contacts', () => '/contacts?maxResults=50'],
    ['get /v1/contact-custom-fields', () => '/contact-custom-fields'],
  ] as const;

  test.each(LISTS)('%s', async (operation, path) => {
    expect(await faultsOf(sandbox.quo.get(path()), operation)).toEqual([]);
  });

  test('one number, one user, one contact', async () => {
    const idIn = async (path: string) => (await sandbox.quo.list(path)).data[0]!.id;
    const number = await sandbox.quo.get(`/phone-numbers/${await idIn('/phone-numbers')}`);
    expect(await faultsOf(number, 'get /v1/phone-numbers/{phoneNumberId}')).toEqual([]);
    const user = await sandbox.quo.get(`/users/${await idIn('/users?maxResults=1')}`);
    expect(await faultsOf(user, 'get /v1/users/{userId}')).toEqual([]);
    const contact = await sandbox.quo.get(`/contacts/${await idIn('/contacts?maxResults=1')}`);
    expect(await faultsOf(contact, 'get /v1/contacts/{id}')).toEqual([]);
  });

  test('the messages and calls of every conversation, in lists and alone', async () => {
    for (const conversation of conversations) {
      const messages = await sandbox.quo.get(activityOf(conversation, 'messages'));
      const { data } = await json<{ data: Row[] }>(messages.clone());
      expect(await faultsOf(messages, 'get /v1/messages')).toEqual([]);
      for (const { id } of data.slice(0, 1)) {
        const one = sandbox.quo.get(`/messages/${id}`);
        expect(await faultsOf(one, 'get /v1/messages/{id}')).toEqual([]);
      }
      if ((conversation['participants'] as string[]).length > 1) continue;
      const list = sandbox.quo.get(activityOf(conversation, 'calls'));
      expect(await faultsOf(list, 'get /v1/calls')).toEqual([]);
    }
    for (const { id } of calls) {
      expect(await faultsOf(sandbox.quo.get(`/calls/${id}`), 'get /v1/calls/{callId}')).toEqual([]);
    }
  });

  const PARTS = [
    'call-recordings/{callId}',
    'call-summaries/{callId}',
    'call-transcripts/{id}',
    'call-voicemails/{callId}',
  ];

  test.each(PARTS)('%s of every call, found or not', async (part) => {
    const statuses = new Set<number>();
    for (const { id } of calls) {
      const answer = await sandbox.quo.get(`/${part.split('/')[0]}/${id}`);
      statuses.add(answer.status);
      expect(await faultsOf(answer, `get /v1/${part}`)).toEqual([]);
    }
    expect(statuses).toEqual(new Set(part.startsWith('call-rec') ? [200] : [200, 404]));
  });

  test('a contact that is made, changed and made twice', async () => {
    const contact = {
      defaultFields: { firstName: 'Wren', phoneNumbers: [{ name: 'mobile', value: '555-0142' }] },
      externalId: 'wren-1',
    };
    const made = await sandbox.quo.send('/contacts', 'POST', contact);
    const { data } = await json<{ data: Row }>(made.clone());
    expect([made.status, await faultsOf(made, 'post /v1/contacts')]).toEqual([201, []]);
    const change = { defaultFields: { lastName: 'Oakes' } };
    const changed = sandbox.quo.send(`/contacts/${data.id}`, 'PATCH', change);
    expect(await faultsOf(changed, 'patch /v1/contacts/{id}')).toEqual([]);
    expect(await sandbox.quo.one(`/contacts/${data.id}`)).toMatchObject({
      defaultFields: { firstName: 'Wren', lastName: 'Oakes' },
    });
    const twice = await sandbox.quo.send('/contacts', 'POST', contact);
    expect([twice.status, await faultsOf(twice, 'post /v1/contacts')]).toEqual([409, []]);
    expect((await sandbox.quo.send(`/contacts/${data.id}`, 'DELETE')).status).toBe(204);
    expect((await sandbox.quo.get(`/contacts/${data.id}`)).status).toBe(404);
  });

  test('a message that is sent', async () => {
    const { data } = await sandbox.quo.list('/phone-numbers');
    const body = { content: 'Hello', from: data[0]!.id, to: ['+12025550199'] };
    const sent = await sandbox.quo.send('/messages', 'POST', body);
    expect([sent.status, await faultsOf(sent, 'post /v1/messages')]).toEqual([202, []]);
  });

  test.each([
    ['messages', 'message.delivered'],
    ['calls', 'call.ringing'],
    ['call-summaries', 'call.summary.completed'],
    ['call-transcripts', 'call.transcript.completed'],
  ])('webhooks of %s', async (resource, event) => {
    const body = { url: 'http://127.0.0.1:9/hook', events: [event] };
    const made = await sandbox.quo.send(`/webhooks/${resource}`, 'POST', body);
    const { data } = await json<{ data: Row }>(made.clone());
    expect([made.status, await faultsOf(made, `post /v1/webhooks/${resource}`)]).toEqual([201, []]);
    const one = sandbox.quo.get(`/webhooks/${data.id}`);
    expect(await faultsOf(one, 'get /v1/webhooks/{id}')).toEqual([]);
    expect(await faultsOf(sandbox.quo.get('/webhooks'), 'get /v1/webhooks')).toEqual([]);
  });

  test('refusals: no key, no such thing, not so', async () => {
    const unsigned = fetch(`${sandbox.url}/v1/calls`);
    expect(await faultsOf(unsigned, 'get /v1/calls')).toEqual([]);
    const wrong = await sandbox.quo.get('/calls?maxResults=1000');
    expect([wrong.status, await faultsOf(wrong, 'get /v1/calls')]).toEqual([400, []]);
    const unknown = activityOf(
      { id: 'CN', phoneNumberId: 'PNnone', participants: ['+12025550100'] },
      'calls',
    );
    const absent = await sandbox.quo.get(unknown);
    expect([absent.status, await faultsOf(absent, 'get /v1/calls')]).toEqual([404, []]);
  });
});

async function settled(answer: Response | Promise<Response>) {
  const response = await answer;
  return { status: response.status, body: (await response.json()) as unknown };
}
