import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { twilioClient } from '#activities/providers/twilio/client.ts';
import { filesOf, listedSince } from '#activities/providers/twilio/listed.ts';
import type { Listed } from '#domain/twilio/listed.ts';

const SPEC = join(import.meta.dirname, '../../../../shared/specs/twilio/twilio_api_v2010.json');
const isHere = existsSync(SPEC);
if (!isHere) console.warn(`SKIPPED: Twilio's own specification is not at ${SPEC}`);

const accountSid = `AC${'1'.repeat(32)}`;
const list = `/2010-04-01/Accounts/${accountSid}/Messages`;
const message = (n: number) => ({
  sid: `SM${String(n).padStart(32, '0')}`,
  direction: n % 2 === 0 ? 'outbound-api' : 'inbound',
  from: '+16175550101',
  to: '+16035550161',
  body: `No ${n}`,
  status: n % 2 === 0 ? 'undelivered' : 'received',
  date_created: 'Fri, 20 Nov 2026 12:00:00 +0000',
  date_updated: 'Fri, 20 Nov 2026 12:00:05 +0000',
  error_code: n % 2 === 0 ? 30003 : null,
  num_segments: '1',
  num_media: '0',
  price: null,
});

let provider: Server;
let asked: URL[];
let answer: (url: URL) => object;

beforeEach(async () => {
  asked = [];
  provider = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://twilio.test');
    asked.push(url);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(url)));
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
});
afterEach(() => {
  provider.closeAllConnections();
  provider.close();
});

const client = () => {
  const { port } = provider.address() as AddressInfo;
  return twilioClient(
    { accountSid, authToken: 'token', sandboxUrl: `http://127.0.0.1:${port}` },
    5000,
  );
};

async function pagesSince(since: Date): Promise<Listed[][]> {
  const pages: Listed[][] = [];
  for await (const page of listedSince(client(), since)) pages.push(page);
  return pages;
}

test('the list is read page by page to its end, since an instant', async () => {
  answer = (url) => {
    const page = Number(url.searchParams.get('Page') ?? 0);
    const next = `${list}.json?Page=${page + 1}&PageSize=1000&PageToken=PA${page}`;
    return {
      messages: [message(2 * page), message(2 * page + 1)],
      next_page_uri: page < 2 ? next : null,
    };
  };
  const pages = await pagesSince(new Date('2026-11-20T11:00:00.500Z'));
  expect(pages.map((page) => page.map(({ body }) => body))).toEqual([
    ['No 0', 'No 1'],
    ['No 2', 'No 3'],
    ['No 4', 'No 5'],
  ]);
  expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({
    'DateSent>': '2026-11-20T11:00:00Z',
    PageSize: '1000',
  });
  expect(asked[2]!.searchParams.get('PageToken')).toBe('PA1');
});

test('a message is told in our words, whoever wrote it', async () => {
  answer = () => ({ messages: [message(0), message(1)], next_page_uri: null });
  const [page] = await pagesSince(new Date());
  expect(page).toMatchObject([
    { direction: 'out', status: 'undelivered', errorCode: 30003, files: 0 },
    { direction: 'in', status: 'received', errorCode: null },
  ]);
  expect(page![0]!.updatedAt).toEqual(new Date('2026-11-20T12:00:05Z'));
});

test('files lie where they are fetched with our credentials', async () => {
  const { sid } = message(1);
  const uri = `${list}/${sid}/Media/ME1.json`;
  answer = () => ({ media_list: [{ sid: 'ME1', content_type: 'image/png', uri }] });
  expect(await filesOf(client(), sid)).toEqual([
    { url: `https://api.twilio.com${list}/${sid}/Media/ME1`, contentType: 'image/png' },
  ]);
  expect(asked[0]!.pathname).toBe(`${list}/${sid}/Media.json`);
});

test.skipIf(!isHere)('nothing is asked that the specification does not know', async () => {
  answer = () => ({ messages: [], media_list: [], next_page_uri: null });
  await pagesSince(new Date());
  await filesOf(client(), message(1).sid);
  const { paths } = JSON.parse(readFileSync(SPEC, 'utf8')) as {
    paths: Record<string, { get: { parameters: { name: string }[] } }>;
  };
  const base = '/2010-04-01/Accounts/{AccountSid}/Messages';
  const known = [`${base}.json`, `${base}/{MessageSid}/Media.json`].map((path) =>
    paths[path]!.get.parameters.map(({ name }) => name),
  );
  const used = asked.map(({ searchParams }) => [...searchParams.keys()]);
  expect(used[0]).toHaveLength(2);
  for (const [i, names] of used.entries()) {
    expect(names.filter((name) => !known[i]!.includes(name))).toEqual([]);
  }
});
