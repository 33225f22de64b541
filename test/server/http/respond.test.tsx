import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { HttpEnv } from '#server/http/env.ts';
import { fragment, moveTo, respond, trigger } from '#server/http/respond.tsx';
import { webApp } from '#test/support/web-app.ts';

const routes = new Hono<HttpEnv>()
  .get('/page', (c) => respond(c, { full: () => <html lang="en" />, partial: () => <p>part</p> }))
  .get('/whole', (c) => respond(c, { full: <html lang="en" /> }))
  .get('/part', (c) => {
    trigger(c, { 'modal:close': true });
    return fragment(c, <p>part</p>, 422);
  })
  .post('/move', (c) => moveTo(c, '/page'));
const app = webApp({ routes });
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(path, { method, headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } });

describe('an answer', () => {
  it('is the document for a link, a reload and a move that selects from it', async () => {
    for (const headers of [{}, { 'HX-Request': 'true', 'HX-Request-Type': 'full' }]) {
      const html = await (await ask('/page', headers)).text();
      expect(html).toBe('<!doctype html><html lang="en"></html>');
    }
  });

  it('is the document for Back, which does not say that it is a request of htmx', async () => {
    const headers = { 'HX-History-Restore-Request': 'true', 'HX-Request-Type': 'full' };
    expect(await (await ask('/page', headers)).text()).toContain('<!doctype html>');
  });

  it('is the fragment where a region is swapped', async () => {
    const html = await (await ask('/page', { 'HX-Request-Type': 'partial' })).text();
    expect(html).toBe('<p>part</p>');
  });

  it('is the document where a page has no fragment', async () => {
    expect(await (await ask('/whole', { 'HX-Request-Type': 'partial' })).text()).toContain('<html');
  });

  it('is never taken from a cache and differs by what was asked for', async () => {
    const { headers } = await ask('/page');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Vary')).toContain('HX-Request-Type');
  });

  it('may carry events for the page', async () => {
    const answer = await ask('/part');
    expect(answer.status).toBe(422);
    expect(answer.headers.get('HX-Trigger')).toBe('{"modal:close":true}');
  });
});

describe('a move to another page', () => {
  it('is a redirect for a plain form', async () => {
    const answer = await ask('/move', {}, 'POST');
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/page']);
  });

  it('is told to htmx, which would swap the target of a redirect into a region', async () => {
    const answer = await ask('/move', { 'HX-Request': 'true' }, 'POST');
    expect([answer.status, answer.headers.get('HX-Redirect')]).toEqual([204, '/page']);
  });
});
