import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createOpenPhone } from '#activities/providers/openphone/client.ts';
import { anyPort } from '#test/support/product/processes.ts';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = undefined;
});

/** A client of a provider that answers so. */
async function clientOf(answer: RequestListener, timeoutMs = 5_000) {
  server = createServer(answer);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const paced = { times: 0 };
  const client = createOpenPhone({
    apiKey: 'the-key',
    sandboxUrl: `http://127.0.0.1:${port}`,
    pace: async () => void (paced.times += 1),
    timeoutMs,
  });
  return { client, paced };
}

const saying =
  (status: number, body: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);

describe('what is asked', () => {
  test('carries the key alone, and names each participant', async () => {
    const seen: { url: string; key: string; host: string }[] = [];
    const { client, paced } = await clientOf((request, response) => {
      const { authorization = '', 'x-sim-host': host } = request.headers;
      seen.push({ url: request.url ?? '', key: authorization, host: String(host) });
      response.end('{"data":[],"nextPageToken":""}');
    });
    const page = await client.messages({
      numberId: 'PN1',
      participants: ['+12025550100', '+12025550101'],
      token: null,
    });
    expect(page).toEqual({ items: [], next: null, unreadable: 0 });
    const query =
      'participants=%2B12025550100&participants=%2B12025550101&phoneNumberId=PN1&maxResults=100';
    expect(seen).toEqual([{ url: `/v1/messages?${query}`, key: 'the-key', host: 'api.quo.com' }]);
    expect(paced.times).toBe(1);
  });
});

describe('what is answered', () => {
  test.each([
    ['flat', '{"message":"no","code":"0206400","status":400}', '0206400'],
    ['wrapped', '{"error":{"message":"no","key":"0206400","trace":"t"}}', '0206400'],
    ['words alone', '{"message":"+12025550100 is unknown","code":"+1 202 555 0100"}', '400'],
    ['no JSON', '<html>', '400'],
  ])('as a refusal has a code and none of its words: %s', async (_shape, body, code) => {
    const { client } = await clientOf(saying(400, body));
    const error = await client.phoneNumbers().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 400, code, message: `OpenPhone: ${code}` });
  });

  test('must be JSON, and a list where one is asked for', async () => {
    const html = await clientOf(saying(200, '<html>'));
    await expect(html.client.phoneNumbers()).rejects.toMatchObject({ code: 'not-json' });
  });

  test('and never ends is given up at its deadline', async () => {
    const { client } = await clientOf(
      (_request, response) => void response.write('{"data":['),
      150,
    );
    await expect(client.phoneNumbers()).rejects.toMatchObject({ status: null, code: 'timeout' });
  });

  test('may be ten megabytes, not more', async () => {
    const { client } = await clientOf(saying(200, `{"data":["${'x'.repeat(10_000_000)}"]}`));
    await expect(client.phoneNumbers()).rejects.toMatchObject({ code: 'too-large' });
  });

  test('by nobody is said to be unreachable', async () => {
    const client = createOpenPhone({
      apiKey: 'k',
      sandboxUrl: `http://127.0.0.1:${await anyPort()}`,
      pace: async () => {},
      timeoutMs: 1_000,
    });
    await expect(client.phoneNumbers()).rejects.toMatchObject({
      status: null,
      code: 'unreachable',
    });
  });
});
