import { Writable } from 'node:stream';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { createHttp } from '#server/http/create-http.ts';
import { assets } from '#test/support/web-app.ts';

describe('the log of requests', () => {
  it('names the route, never the address, which may hold a search or a number', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    });
    const app = createHttp({ log: pino(sink), assets });
    app.get('/contacts/:id', (c) => c.text('ok'));
    const answer = await app.request('/contacts/6035550161?search=Ruth');
    const line = JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
    expect(line).toMatchObject({
      method: 'GET',
      route: '/contacts/:id',
      status: 200,
      sql: 0,
      request: answer.headers.get('X-Request-Id'),
    });
    expect(lines.join('')).not.toMatch(/6035550161|Ruth/);
  });
});
