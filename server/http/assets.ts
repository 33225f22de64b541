import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import type { AssetUrls } from '#web/ui.ts';
import { joinScripts } from './scripts.ts';
import { joinStyles } from './styles.ts';

interface Asset {
  type: string;
  body: Buffer;
  /** Smaller forms, made once at boot; a font is compressed already. */
  br?: Buffer;
  gzip?: Buffer;
}

export interface Assets {
  urls: AssetUrls;
  /** By path, such as `/assets/app.3f2a91c0.css`. */
  files: ReadonlyMap<string, Asset>;
}

const WEB = path.join(import.meta.dirname, '../../web');
const HTMX = path.dirname(createRequire(import.meta.url).resolve('htmx.org'));

/** Reads, joins, names by content and compresses what pages link to. Call once at boot. */
export function loadAssets(): Assets {
  const files = new Map<string, Asset>();
  const font = add('inter.woff2', 'font/woff2', read('fonts/inter-latin-wght-normal.woff2'), false);
  const icon = add('mark.svg', 'image/svg+xml', read('mark.svg'));
  const sheet = joinStyles(path.join(WEB, 'styles')).replace(
    '/assets/inter-latin-wght-normal.woff2',
    font,
  );
  const css = add('app.css', 'text/css; charset=utf-8', Buffer.from(sheet));
  const script = joinScripts(path.join(WEB, 'assets/js'), HTMX);
  const js = add('app.js', 'text/javascript; charset=utf-8', Buffer.from(script));
  return { urls: { css, js, font, icon }, files };

  function add(name: string, type: string, body: Buffer, squeezable = true): string {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 8);
    const url = `/assets/${name.replace('.', `.${hash}.`)}`;
    files.set(url, { type, body, ...(squeezable ? smaller(body) : {}) });
    return url;
  }
}

/** Serves them for a year: a changed file has another name. */
export function serveAssets(assets: Assets): Hono {
  return new Hono().get('/assets/:name', (c) => {
    const asset = assets.files.get(c.req.path);
    if (!asset) return c.notFound();
    const accepted = c.req.header('Accept-Encoding') ?? '';
    const encoding = (['br', 'gzip'] as const).find((one) => asset[one] && accepted.includes(one));
    c.header('Content-Type', asset.type);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Vary', 'Accept-Encoding');
    if (encoding) c.header('Content-Encoding', encoding);
    return c.body(new Uint8Array(encoding ? (asset[encoding] ?? asset.body) : asset.body));
  });
}

const read = (file: string) => readFileSync(path.join(WEB, 'assets', file));

const smaller = (body: Buffer) => ({
  br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: gzipSync(body, { level: 9 }),
});
