import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAttachmentActivities } from '#activities/attachments/attachments.ts';
import { isPublicIp } from '#activities/attachments/public-address.ts';
import { addInteraction, conversationOf } from '#db/conversations.ts';
import { firstRow, sql } from '#db/sql.ts';
import { appSecret, openWorld, type TestWorld } from '#test/support/world.ts';

// One red point, 1 by 1, as a PNG.
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let world: TestWorld;
let provider: Server;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.end());

beforeEach(async () => {
  asked = [];
  provider = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
});

afterEach(() => {
  provider.closeAllConnections();
  provider.close();
});

const media = 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1';

describe('a picture', () => {
  test('is fetched with the credentials of its account, and measured', async () => {
    answer = (_, response) => void response.end(point);
    const id = await attachment(media);
    expect(await fetch(id)).toBe('stored');
    expect(await stateOf(id)).toMatchObject({
      state: 'stored',
      contentType: 'image/png',
      width: 1,
      height: 1,
      sourceUrl: null,
    });
    const [request] = asked;
    expect(request?.headers['x-sim-host']).toBe('api.twilio.com');
    const [user] = Buffer.from(String(request?.headers.authorization).slice(6), 'base64')
      .toString()
      .split(':');
    expect(user).toMatch(/^AC/);
  });

  test('behind a redirect is fetched without credentials', async () => {
    answer = (request, response) => {
      if (request.headers['x-sim-host'] === 'api.twilio.com') {
        response.writeHead(307, { location: 'https://mms.twiliocdn.com/AC1/signed' }).end();
      } else {
        response.end(point);
      }
    };
    expect(await fetch(await attachment(media))).toBe('stored');
    expect(asked[1]?.headers['x-sim-host']).toBe('mms.twiliocdn.com');
    expect(asked[1]?.headers.authorization).toBeUndefined();
  });

  test('is fetched once', async () => {
    answer = (_, response) => void response.end(point);
    const id = await attachment(media);
    await fetch(id);
    expect(await fetch(id)).toBe('stored');
    expect(asked.length).toBe(1);
  });
});

describe('a file that cannot be shown', () => {
  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'wrong-type'],
    [
      'a drawing with scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'wrong-type',
    ],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1), 'too-large'],
  ])('such as %s is not kept, and the row says why', async (_, body, error) => {
    answer = (_request, response) => void response.end(body);
    const id = await attachment(media);
    expect(await fetch(id)).toBe('failed');
    expect(await stateOf(id)).toMatchObject({ state: 'failed', error });
  });

  test('more than 5 MB without a stated length is cut off', async () => {
    answer = (_, response) => {
      for (let i = 0; i < 60; i += 1) response.write(Buffer.alloc(100_000));
      response.end();
    };
    const id = await attachment(media);
    expect(await fetch(id)).toBe('failed');
    expect(await stateOf(id)).toMatchObject({ error: 'too-large' });
  });
});

describe('a provider that has no answer yet', () => {
  test.each([404, 500, 503, 429])('%i is asked again', async (status) => {
    answer = (_, response) => void response.writeHead(status).end();
    const id = await attachment(media);
    await expect(fetch(id)).rejects.toThrow('not ready');
    expect(await stateOf(id)).toMatchObject({ state: 'pending' });
  });

  test('is given up in the end, with the reason', async () => {
    answer = (_, response) => void response.writeHead(404).end();
    const id = await attachment(media);
    expect(await fetch(id, 5)).toBe('failed');
    expect(await stateOf(id)).toMatchObject({ state: 'failed', error: 'gone' });
  });

  test('and refuses the credentials is not asked again', async () => {
    answer = (_, response) => void response.writeHead(401).end();
    const id = await attachment(media);
    expect(await fetch(id)).toBe('failed');
    expect(await stateOf(id)).toMatchObject({ error: 'refused' });
  });
});

describe('a link that leads inside', () => {
  test.each([
    'https://127.0.0.1/secret',
    'https://[::1]/secret',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/secret',
    'http://api.twilio.com/plain',
  ])('%s is not followed in a live workspace', async (url) => {
    const id = await attachment(url);
    await world.database
      .fork()
      .execute(`update workspace set mode = 'live' where id = '${world.alder.workspaceId}'`);
    try {
      expect(await fetch(id)).toBe('failed');
    } finally {
      await world.database
        .fork()
        .execute(`update workspace set mode = 'sandbox' where id = '${world.alder.workspaceId}'`);
    }
    expect(asked).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ error: 'refused' });
  });

  test.each([
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '::ffff:10.0.0.1',
    'fd00::1',
    'fe80::1',
    '0.0.0.0',
  ])('%s is an address inside', (ip) => expect(isPublicIp(ip)).toBe(false));

  test.each(['54.244.51.1', '2600:1f18::1'])('%s is one outside', (ip) =>
    expect(isPublicIp(ip)).toBe(true),
  );
});

function fetch(attachmentId: string, attempt = 1): Promise<'stored' | 'failed'> {
  const { port } = provider.address() as AddressInfo;
  const { fetchAttachment } = createAttachmentActivities({
    database: world.database,
    blobs: world.blobs,
    secret: appSecret,
    sandboxUrl: `http://127.0.0.1:${port}`,
  });
  return new MockActivityEnvironment({ attempt }).run(fetchAttachment, { attachmentId });
}

async function attachment(sourceUrl: string): Promise<string> {
  const { workspaceId, accountId, contacts } = world.alder;
  const contactId = contacts[0]?.id ?? '';
  const interactionId = await world.database.transaction(async (em) => {
    const at = new Date();
    const conversationId = await conversationOf(em, { workspaceId, contactId, at });
    return addInteraction(em, {
      workspaceId,
      conversationId,
      contactId,
      kind: 'message',
      channel: 'sms',
      direction: 'in',
      body: '',
      at,
      providerAccountId: accountId,
      providerId: crypto.randomUUID(),
      attachments: [{ sourceUrl, contentType: 'image/png' }],
    });
  });
  const found = await firstRow<{ id: string }>(
    world.database.fork(),
    sql`select id from attachment where interaction_id = ${interactionId}`,
  );
  return found?.id ?? '';
}

const stateOf = (id: string) =>
  firstRow(
    world.database.fork(),
    sql`select state, error, content_type as "contentType", width, height, source_url as "sourceUrl" from attachment where id = ${id}`,
  );
