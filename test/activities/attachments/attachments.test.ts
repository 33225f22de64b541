import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAttachmentActivities } from '#activities/attachments/attachments.ts';
import { isPublicIp } from '#activities/attachments/public-address.ts';
import { addInteraction, conversationOf } from '#db/conversations.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { appSecret, openWorld, type TestWorld } from '#test/support/world.ts';

// One red point, 1 by 1, as a PNG.
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

// A frame of silence: MPEG-2 layer III, 24 kHz, 8 kbit/s, mono.
const frame = Buffer.concat([Buffer.of(0xff, 0xf3, 0x14, 0xc0), Buffer.alloc(20)]);

let world: TestWorld;
let quo: string;
let provider: Server;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  world = await openWorld();
  const { workspaceId } = world.alder;
  const account = await firstRow<{ id: string }>(
    world.database.fork(),
    sql`insert into provider_account (workspace_id, provider, key, name, external_id, credentials, mode)
      values (${workspaceId}, 'openphone', 'quo', 'Quo', 'ORquo', ${Buffer.from('sealed')}, 'sandbox') returning id`,
  );
  quo = account?.id ?? '';
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

describe('a recording of a call at another provider', () => {
  const link = 'https://storage.example/media/CR1.mp3';
  const mp3 = Buffer.concat(Array.from({ length: 400 }, () => frame));

  test.each([
    ['an MP3', mp3, 'audio/mpeg'],
    ['a WAV', sounding('RIFF\0\0\0\0WAVEfmt '), 'audio/wav'],
    ['an Ogg', sounding('OggS'), 'audio/ogg'],
    ['an M4A', sounding('\0\0\0\x20ftypM4A '), 'audio/mp4'],
    ['AMR of old telephones', sounding('#!AMR\n'), 'audio/amr'],
    ['WebM', sounding('\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm'), 'audio/webm'],
  ])('is %s by its own bytes, whatever is said of it', async (_, body, contentType) => {
    answer = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    const id = await recording(link);
    expect(await fetch(id)).toBe('stored');
    expect(await stateOf(id)).toMatchObject({ contentType, sourceUrl: null });
  });

  test('is asked for without credentials, also where the link names a host of Twilio', async () => {
    answer = (_, response) => void response.end(mp3);
    for (const url of [link, media]) {
      expect(await fetch(await recording(url))).toBe('stored');
    }
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });

  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(2)</script>')],
    ['a picture', Buffer.concat([point, Buffer.from('!')])],
  ])('that is %s is not kept', async (_, body) => {
    answer = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(body);
    const id = await recording(link);
    expect(await fetch(id)).toBe('failed');
    expect(await stateOf(id)).toMatchObject({ error: 'wrong-type' });
    const name = createHash('sha256').update(body).digest('hex');
    expect(await world.blobs.sizeOf(name)).toBeNull();
  });

  test('that is empty is no recording', async () => {
    answer = (_, response) => void response.end();
    const id = await recording(link);
    expect(await fetch(id)).toBe('failed');
    expect(await stateOf(id)).toMatchObject({ error: 'wrong-type' });
  });

  test('may be larger than a picture, up to 50 MB', async () => {
    const long = Buffer.concat([mp3, Buffer.alloc(6 * 1024 * 1024)]);
    answer = (_, response) => void response.end(long);
    expect(await fetch(await recording(link))).toBe('stored');
    const tooLong = await recording(link);
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': 50 * 1024 * 1024 + 1 }).flushHeaders();
    };
    expect(await fetch(tooLong)).toBe('failed');
    expect(await stateOf(tooLong)).toMatchObject({ error: 'too-large' });
  });

  test('of two gigabytes that does not say so is stopped at 50 MB, on disk and in memory', async () => {
    const poured = { bytes: 0 };
    answer = (_, response) => void pourEndlessly(response, poured);
    const id = await recording(link);
    const held = watchHeldBuffers();
    expect(await fetch(id)).toBe('failed');
    expect(held.most()).toBeLessThan(20 * 1024 * 1024);
    expect(await stateOf(id)).toMatchObject({ error: 'too-large' });
    expect(poured.bytes).toBeLessThan(80 * 1024 * 1024);
    expect(await readdir(join(world.blobsFolder, 'incoming'))).toEqual([]);
  });

  test.each([
    ['less', Math.floor(mp3.length / 2)],
    ['more', mp3.length * 2],
  ])('that states %s than comes is not taken for whole, and asked for again', async (_, said) => {
    answer = (_request, response) => {
      response.socket?.write(`HTTP/1.1 200 OK\r\ncontent-length: ${said}\r\n\r\n`);
      response.socket?.end(mp3);
    };
    const id = await recording(link);
    await expect(fetch(id)).rejects.toThrow('not ready');
    expect(await stateOf(id)).toMatchObject({ state: 'pending', sourceUrl: link });
  });

  test('whose link has ended is given up at once, and says so', async () => {
    answer = (_, response) => void response.writeHead(403).end();
    const id = await recording(link);
    expect(await fetch(id)).toBe('failed');
    expect(await stateOf(id)).toMatchObject({ error: 'gone' });
  });

  test('is not followed in circles', async () => {
    answer = (_, response) => void response.writeHead(302, { location: link }).end();
    const id = await recording(link);
    expect(await fetch(id)).toBe('failed');
    expect(asked.length).toBe(4);
  });
});

test('sound that was sent with a message is kept as sound', async () => {
  answer = (_, response) => void response.end(sounding('#!AMR\n'));
  const id = await attachment(media);
  expect(await fetch(id)).toBe('stored');
  expect(await stateOf(id)).toMatchObject({ contentType: 'audio/amr', width: null });
});

async function pourEndlessly(response: ServerResponse, poured: { bytes: number }): Promise<void> {
  const piece = Buffer.alloc(64 * 1024);
  while (!response.destroyed && poured.bytes < 2 ** 31) {
    poured.bytes += piece.length;
    if (!response.write(piece)) {
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
  }
}

/** The bytes of buffers that stay held while something runs; what awaits collection does not count. */
function watchHeldBuffers(): { most: () => number } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => {
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  let most = 0;
  const looks = setInterval(() => (most = Math.max(most, held() - before)), 100);
  return {
    most: () => {
      clearInterval(looks);
      return most;
    },
  };
}

function sounding(beginning: string): Buffer {
  return Buffer.concat([Buffer.from(beginning, 'latin1'), Buffer.alloc(2000)]);
}

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

/** A recording of a call, at an account of another provider. */
async function recording(sourceUrl: string): Promise<string> {
  const id = await attachment(sourceUrl);
  await run(world.database.fork(), sql`update attachment set role = 'recording' where id = ${id}`);
  await run(
    world.database.fork(),
    sql`update interaction set provider_account_id = ${quo} where id = (select interaction_id from attachment where id = ${id})`,
  );
  return id;
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
