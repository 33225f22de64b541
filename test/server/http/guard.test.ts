import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { HttpEnv } from '#server/http/env.ts';
import { countSql } from '#server/http/timing.ts';
import { webApp } from '#test/support/web-app.ts';

const ORIGIN = 'https://app.example';
const routes = new Hono<HttpEnv>()
  .post('/order', (c) => c.text('done'))
  .get('/slow', (c) => {
    countSql(2);
    countSql(1.5);
    return c.text('x'.repeat(5000));
  });
const app = webApp({ routes, origin: ORIGIN });
const post = (headers: Record<string, string>, body?: string) =>
  app.request('/order', { method: 'POST', headers, ...(body ? { body } : {}) });

describe('an order', () => {
  it('from our own pages is carried out', async () => {
    expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await post({ Origin: ORIGIN })).status).toBe(200);
  });

  it.each([
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'same-site', Origin: ORIGIN },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'https://evil.example' },
    { 'Content-Type': 'application/json' },
  ])('from anywhere else is refused, whatever its type (%o)', async (headers) => {
    expect((await post(headers)).status).toBe(403);
  });

  it('larger than a form is refused before it is read', async () => {
    const answer = await post({ 'Sec-Fetch-Site': 'same-origin' }, 'x'.repeat(300 * 1024));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('larger than 262.1 kB');
  });
});

describe('every page', () => {
  it('forbids inline scripts and styles, frames and other origins', async () => {
    const policy = (await app.request('/styleguide')).headers.get('Content-Security-Policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('is kept on https where it is served so', async () => {
    const header = 'Strict-Transport-Security';
    expect((await app.request('/styleguide')).headers.get(header)).toContain('max-age');
    expect((await webApp().request('/styleguide')).headers.get(header)).toBeNull();
  });

  it('is compressed where the browser takes it', async () => {
    const answer = await app.request('/styleguide', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
  });

  it('says how long it took and how many statements the database ran', async () => {
    const { headers } = await app.request('/slow');
    expect(headers.get('Server-Timing')).toMatch(
      /^total;dur=[\d.]+, db;dur=3\.5;desc="2 statements"$/,
    );
  });

  it('has a code that can be read out', async () => {
    const { headers } = await app.request('/styleguide');
    expect(headers.get('X-Request-Id')).toMatch(/^[b-z2-9]{3}-[b-z2-9]{3}$/);
  });

  it('counts no statement of another request', async () => {
    const both = await Promise.all([app.request('/slow'), app.request('/styleguide')]);
    expect(both.map(({ headers }) => headers.get('Server-Timing')?.match(/"(\d+)/)?.[1])).toEqual([
      '2',
      '0',
    ]);
  });
});
