import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encryptCredentials, type OpenPhoneCredentials } from '#db/credentials.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { replayQuarantined } from '#server/webhooks/replay-quarantined.ts';
import { webhookRoutes } from '#server/webhooks/webhooks.ts';
import { addPerson, appSecret } from '#test/db/events/office.ts';
import { openQuoOffice, quoKeys, type QuoOffice } from '#test/db/events/quo-office.ts';
import { call4, dated, legacy, text3, text4, textDated } from '#test/domain/openphone/bodies.ts';
import { publicUrl } from './post.ts';
import { postQuo, type PostedQuo } from './post-quo.ts';

let office: QuoOffice;
let app: ReturnType<typeof webhookRoutes>;

beforeAll(async () => {
  office = await openQuoOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  const env = { PUBLIC_URL: publicUrl, APP_SECRET: appSecret };
  app = webhookRoutes({ database: office.database, env, log: pino({ level: 'silent' }) });
  await run(office.database.fork(), sql`delete from provider_event`);
  await run(office.database.fork(), sql`delete from quarantined_event`);
});

const events = () =>
  rows<{ kind: string; state: string; reason: string | null; keyword: string | null }>(
    office.database.fork(),
    sql`select kind, state, reason, keyword from provider_event order by id`,
  );

const quarantined = () =>
  rows<{ id: string; kind: string; reason: string }>(
    office.database.fork(),
    sql`select id, kind, reason from quarantined_event order by id`,
  );

const blocked = async (value: string) =>
  (
    await firstRow<{ blocked: string[] }>(
      office.database.fork(),
      sql`select blocked from address where value = ${value}`,
    )
  )?.blocked;

const keep = (keys: OpenPhoneCredentials) =>
  run(
    office.database.fork(),
    sql`update provider_account set credentials = ${encryptCredentials(appSecret, office.quo.accountId, keys)}
    where id = ${office.quo.accountId}`,
  );

const post = (body: string, posted?: PostedQuo) => postQuo(app, body, posted);

const families: [string, string, PostedQuo][] = [
  ['v1', legacy('message.received', text3(), 'v1'), {}],
  ['v2', legacy('message.received', text3(), 'v2'), {}],
  ['v3', legacy('message.received', text3(), 'v3'), {}],
  ['v4', legacy('message.received', text4()), {}],
  ['2026-03-30', dated('message.received', ...textDated()), { family: 'dated' }],
];

describe('a signed message', () => {
  test.each(families)(
    'of %s is stored as it came and answered with no content',
    async (_, body, posted) => {
      expect((await post(body, posted)).status).toBe(204);
      expect(await events()).toEqual([
        { kind: 'message', state: 'new', reason: null, keyword: null },
      ]);
      const stored = await firstRow(
        office.database.fork(),
        sql`select body, order_key from provider_event`,
      );
      expect(stored).toEqual({ body, order_key: '+16035550150' });
    },
  );

  test.each(families)('of %s that comes twice at once is stored once', async (_, body, posted) => {
    const answers = await Promise.all([1, 2, 3].map(() => post(body, { ...posted, id: 'msg_1' })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(await events()).toHaveLength(1);
  });

  test('that both families tell is stored for each: only one may know its files', async () => {
    await post(legacy('message.received', text4()));
    await post(dated('message.received', ...textDated()), { family: 'dated' });
    expect(await events()).toHaveLength(2);
  });

  test('keeps no signature, but what names its delivery', async () => {
    await post(dated('message.received', ...textDated()), { family: 'dated', id: 'msg_7' });
    const row = await firstRow<{ headers: object }>(
      office.database.fork(),
      sql`select headers from provider_event`,
    );
    expect(row?.headers).toEqual({ 'content-type': 'application/json', 'webhook-id': 'msg_7' });
  });

  test('of more than 256 KB is refused', async () => {
    const long = text4({ text: 'x'.repeat(256 * 1024) });
    expect((await post(legacy('message.received', long))).status).toBe(413);
    const transcript = text4({ text: 'x'.repeat(200 * 1024) });
    expect((await post(legacy('message.received', transcript))).status).toBe(204);
  });
});

describe('each event has its lane', () => {
  test.each([
    [
      'message.delivered',
      text4({ direction: 'outgoing', from: '+16035550102', to: '+16035550150' }),
      'status',
    ],
    ['call.completed', call4(), 'call'],
    ['call.summary.completed', { callId: 'AC9' }, 'call'],
    ['contact.updated', { id: 'CT1' }, 'directory'],
  ])('%s', async (type, object, kind) => {
    await post(legacy(type, object));
    expect(await events()).toMatchObject([{ kind, state: 'new' }]);
  });

  test('those of one call are in order, and what must wait for it holds none of them up', async () => {
    await post(legacy('call.summary.completed', { callId: 'AC9' }, 'v4', 'EV1'));
    await post(legacy('call.ringing', call4({ participants: [] }), 'v4', 'EV2'));
    await post(legacy('call.completed', call4(), 'v4', 'EV3'));
    const keys = await rows<{ key: string }>(
      office.database.fork(),
      sql`select order_key as key from provider_event order by id`,
    );
    expect(keys.map(({ key }) => key)).toEqual(['AC9:waiting', 'AC9:waiting', 'AC9']);
  });

  test('an event of the dated family is known again by its delivery', async () => {
    const body = dated('call.completed', call4());
    await post(body, { family: 'dated', id: 'msg_1' });
    await post(body, { family: 'dated', id: 'msg_1' });
    await post(body, { family: 'dated', id: 'msg_2' });
    expect(await events()).toHaveLength(2);
  });
});

describe('what cannot be used', () => {
  test.each([
    ['a type that nobody knows', legacy('message.translated', text4()), 'unknown-type'],
    ['no JSON', 'hello', 'not-json'],
    ['a message without an id', legacy('message.received', text4({ id: null })), 'no-message-id'],
  ])('%s is a dead letter and acknowledged', async (_, body, reason) => {
    expect((await post(body)).status).toBe(204);
    expect(await events()).toMatchObject([{ state: 'dead', reason }]);
  });

  test('a test of the provider leaves nothing behind and is acknowledged', async () => {
    expect((await post(legacy('webhook.test', {}))).status).toBe(204);
    expect(await events()).toEqual([]);
  });

  test('an account that nobody knows has no webhooks', async () => {
    const path = '/webhooks/openphone/nobody';
    expect((await post(legacy('message.received', text4()), { path })).status).toBe(404);
    expect(
      (await post(legacy('message.received', text4()), { path: '/webhooks/openphone/demo' }))
        .status,
    ).toBe(404);
  });
});

describe('STOP', () => {
  test.each([
    [
      'v4',
      legacy('message.received', text4({ text: ' Stop! ', from: '+16035550170' })),
      {},
      '+16035550170',
    ],
    [
      'v1',
      legacy('message.received', text3({ body: 'STOP', from: '+16035550171' }), 'v1'),
      {},
      '+16035550171',
    ],
    [
      '2026-03-30',
      dated('message.received', textDated({ text: 'stop' })[0], {
        senderIdentifier: '+16035550172',
        recipientIdentifiers: ['+16035550102'],
      }),
      { family: 'dated' },
      '+16035550172',
    ],
  ] as [string, string, PostedQuo, string][])(
    'of %s is in force when the webhook is answered',
    async (_, body, posted, number) => {
      await addPerson(office, number);
      expect((await post(body, posted)).status).toBe(204);
      expect(await blocked(number)).toEqual(['call', 'sms', 'whatsapp']);
      expect(await events()).toMatchObject([{ keyword: 'stop', state: 'new' }]);
    },
  );

  test('of a number that is not written in E.164 is heeded as one of the country of ours', async () => {
    await post(
      legacy(
        'message.received',
        text4({ text: 'STOP', from: '(603) 555-0173', to: '+16035550102' }),
      ),
    );
    expect(await blocked('+16035550173')).toContain('sms');
  });

  test('in a group is heeded for whoever said it, and for nobody else', async () => {
    await addPerson(office, '+16035550175');
    const to = ['+16035550102', '+16035550175'];
    await post(legacy('message.received', text4({ text: 'STOP', from: '+16035550174', to })));
    expect(await blocked('+16035550174')).toContain('sms');
    expect(await blocked('+16035550175')).toEqual([]);
  });

  test('written by the firm itself stops nobody', async () => {
    const ours = { direction: 'outgoing', from: '+16035550102', to: '+16035550176', text: 'STOP' };
    await addPerson(office, '+16035550176');
    await post(legacy('message.delivered', text4(ours)));
    expect(await blocked('+16035550176')).toEqual([]);
  });
});

describe('a signature that does not fit', () => {
  const stop = legacy('message.received', text4({ text: 'STOP', from: '+16035550180' }));

  test('is refused, kept apart with its kind, and processed never', async () => {
    expect((await post(stop, { key: 'b3RoZXI=' })).status).toBe(403);
    expect(await quarantined()).toMatchObject([{ kind: 'message', reason: 'signature' }]);
    expect(await events()).toEqual([]);
    expect(await blocked('+16035550180')).toBeUndefined();
  });

  test('fits as soon as the key of a new webhook is known', async () => {
    const key = Buffer.from('the key of a second webhook').toString('base64');
    expect((await post(stop, { key })).status).toBe(403);
    await keep({ ...quoKeys, signingKeys: [...quoKeys.signingKeys, key] });
    expect((await post(stop, { key })).status).toBe(204);
    expect((await post(legacy('call.completed', call4()))).status).toBe(204);
    await keep(quoKeys);
  });

  test('is looked at once more by a replay, and let in where the key fits now', async () => {
    const key = Buffer.from('a key that came late').toString('base64');
    await post(stop, { key });
    const [kept] = await quarantined();
    const again = () =>
      office.database.transaction((em) =>
        replayQuarantined(em, { workspaceId: office.workspaceId, id: kept!.id, secret: appSecret }),
      );
    expect(await again()).toBe('still-unsigned');
    await keep({ ...quoKeys, signingKeys: [key] });
    expect(await again()).toBe('let-in');
    expect(await again()).toBe('gone');
    expect(await quarantined()).toEqual([]);
    expect(await events()).toMatchObject([{ kind: 'message', keyword: 'stop' }]);
    expect(await blocked('+16035550180')).toContain('sms');
    await keep(quoKeys);
  });

  test.each(families.slice(3))(
    'that is old (%s) waits for a person, who may let it in',
    async (_, body, posted) => {
      const hourAgo = Date.now() - 3_600_000;
      expect((await post(body, { ...posted, at: hourAgo })).status).toBe(403);
      const [kept] = await quarantined();
      expect(kept).toMatchObject({ kind: 'message', reason: 'stale' });
      const { workspaceId } = office;
      const let_in = await office.database.transaction((em) =>
        replayQuarantined(em, { workspaceId, id: kept!.id, secret: appSecret }),
      );
      expect(let_in).toBe('let-in');
      expect(await events()).toHaveLength(1);
    },
  );

  test('is believed longer where the installation says so', async () => {
    const env = { PUBLIC_URL: publicUrl, APP_SECRET: appSecret, WEBHOOK_TOLERANCE_SECONDS: 7200 };
    app = webhookRoutes({ database: office.database, env, log: pino({ level: 'silent' }) });
    expect((await post(stop, { at: Date.now() - 3_600_000 })).status).toBe(204);
  });
});

test('while the database is down nothing is acknowledged, so that the provider comes again', async () => {
  const down = () => Promise.reject(new Error('down'));
  const broken = { ...office.database, transaction: down, statement: down };
  const env = { PUBLIC_URL: publicUrl, APP_SECRET: appSecret };
  app = webhookRoutes({ database: broken, env, log: pino({ level: 'silent' }) });
  expect((await post(legacy('message.received', text4()))).status).toBe(503);
});
