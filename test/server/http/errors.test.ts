import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { describe, expect, it } from 'vitest';
import type { HttpEnv } from '#server/http/env.ts';
import { conflict } from '#server/http/errors.tsx';
import { expectNoLiterals, expectValidHtml, parse } from '#test/support/html.ts';
import { webApp } from '#test/support/web-app.ts';

const routes = new Hono<HttpEnv>()
  .get('/broken', () => {
    throw new Error('the password of the database is hunter2');
  })
  .get('/forbidden', () => {
    throw new HTTPException(403);
  })
  .get('/changed', (c) => conflict(c));
const app = webApp({ routes });
const partial = { headers: { 'HX-Request-Type': 'partial' } };

describe('what goes wrong', () => {
  it.each([
    ['/nowhere', 404, 'Nothing is here'],
    ['/forbidden', 403, 'Your seat does not allow this'],
    ['/broken', 500, 'This page could not be made'],
  ])('%s is a page that says so', async (path, status, title) => {
    const answer = await app.request(path);
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(parse(html)('h1').text()).toBe(title);
    await expectValidHtml(html);
  });

  it('is a toast where a region was asked for, and the region stays', async () => {
    for (const path of ['/nowhere', '/forbidden', '/broken']) {
      const answer = await app.request(path, partial);
      const $ = parse(await answer.text());
      expect($('hx-partial').attr('hx-target')).toBe('#toasts');
      expect(answer.headers.get('HX-Reswap')).toBe('none');
    }
  });

  it('never shows its inside, but a code that leads to the log', async () => {
    const answer = await app.request('/broken');
    const html = await answer.text();
    expect(html).not.toContain('hunter2');
    expect(html).toContain(`Code for support: ${answer.headers.get('X-Request-Id')}`);
  });

  it('that someone else was quicker is a conflict', async () => {
    const answer = await app.request('/changed', partial);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Someone changed this meanwhile.');
  });

  it('is told in the words of the catalogue', async () => {
    const pseudo = webApp({ locale: 'xx', routes });
    for (const path of ['/nowhere', '/forbidden']) {
      expectNoLiterals(await (await pseudo.request(path)).text());
    }
  });
});
