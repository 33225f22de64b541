import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { picture } from '../picture.ts';
import type { Assets } from './layout.tsx';

const SHEETS = ['tokens', 'base', 'layout', 'controls', 'phones', 'faults'];
const DIR = join(import.meta.dirname, '..', 'assets');
const HTMX = join(
  import.meta.dirname,
  '..',
  '..',
  'node_modules',
  'htmx.org',
  'dist',
  'htmx.min.js',
);

/** Read once at the start; names carry a hash of the content, so browsers may keep them for good. */
export function pageAssets(): { readonly assets: Assets; readonly routes: Hono } {
  const css = SHEETS.map((name) => readFileSync(join(DIR, `${name}.css`), 'utf8')).join('\n');
  const htmx = readFileSync(HTMX);
  const assets = {
    css: `/assets/sandbox.${hashOf(css)}.css`,
    htmx: `/assets/htmx.${hashOf(htmx)}.js`,
  };
  const files = new Map<string, readonly [type: string, content: string | Buffer]>([
    [assets.css, ['text/css; charset=utf-8', css]],
    [assets.htmx, ['text/javascript; charset=utf-8', htmx]],
    ['/assets/mark.svg', ['image/svg+xml', readFileSync(join(DIR, 'mark.svg'))]],
    [
      '/assets/fonts/inter-latin-wght-normal.woff2',
      ['font/woff2', readFileSync(join(DIR, 'fonts', 'inter-latin-wght-normal.woff2'))],
    ],
  ]);

  const routes = new Hono();
  routes.get('/pictures/:file{ME[0-9a-f]{32}\\.png}', (c) => {
    c.header('Content-Type', 'image/png');
    return c.body(new Uint8Array(picture(c.req.param('file').slice(0, 34))));
  });
  routes.get('/assets/*', (c) => {
    const [type, content] = files.get(c.req.path) ?? [];
    if (!type || content === undefined) return c.notFound();
    c.header('Content-Type', type);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(typeof content === 'string' ? content : new Uint8Array(content));
  });
  return { assets, routes };
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}
