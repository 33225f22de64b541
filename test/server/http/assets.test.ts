import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { assets, webApp } from '#test/support/web-app.ts';

const app = webApp();
const file = (url: string) => {
  const asset = assets.files.get(url);
  if (!asset) throw new Error(`${url} is not an asset`);
  return asset;
};
const KB = 1024;

describe('assets', () => {
  it('stay within their budgets', () => {
    expect(file(assets.urls.css).br?.length).toBeLessThanOrEqual(20 * KB);
    expect(file(assets.urls.js).gzip?.length).toBeLessThanOrEqual(30 * KB);
    expect(file(assets.urls.font).body.length).toBeLessThanOrEqual(48 * KB);
  });

  it('are named by what they hold and kept for a year', async () => {
    expect(assets.urls.css).toMatch(/^\/assets\/app\.[0-9a-f]{8}\.css$/);
    const answer = await app.request(assets.urls.css);
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('are sent in the smallest form of "%s"', async (accepted, encoding) => {
    const answer = await app.request(assets.urls.js, { headers: { 'Accept-Encoding': accepted } });
    expect(answer.headers.get('Content-Encoding')).toBe(encoding);
  });

  it('the font is compressed already and sent as it is', async () => {
    const headers = { 'Accept-Encoding': 'gzip, br' };
    const answer = await app.request(assets.urls.font, { headers });
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect((await answer.arrayBuffer()).byteLength).toBe(file(assets.urls.font).body.length);
  });

  it('the sheet names the font as it is served, and the layers before all rules', () => {
    const css = file(assets.urls.css).body.toString();
    expect(css).toContain(
      `url("${assets.urls.font}")`.replaceAll('"', css.includes('url("') ? '"' : "'"),
    );
    expect(css.indexOf('@layer reset,tokens,base,layout,components,pages,utilities;')).toBe(0);
  });

  it('an old name is not found', async () => {
    expect((await app.request('/assets/app.00000000.css')).status).toBe(404);
  });

  it('a page with every component weighs at most 14 KB', async () => {
    const html = await (await app.request('/styleguide')).text();
    expect(gzipSync(html).length).toBeLessThanOrEqual(14 * KB);
  });
});
