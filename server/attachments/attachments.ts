import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { storedAttachment } from '#db/attachments.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { byteRange } from './byte-range.ts';

// What came from outside is shown on our own origin, so it may do nothing there.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const DAY_SECONDS = 86_400;

/** Files that came with messages, for seats of their workspace. */
export const attachmentRoutes = ({ blobs }: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>().get('/attachments/:id', async (c) => {
    const id = c.req.param('id');
    if (!isUuid(id)) return c.notFound();
    const { workspaceId } = c.var.seat;
    const file = await storedAttachment(c.var.em, { workspaceId, id });
    const size = file && (await blobs.sizeOf(file.sha256));
    if (!file || !size) return c.notFound();

    c.header('Content-Type', file.contentType);
    c.header('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(nameOf(file))}`);
    c.header('Content-Security-Policy', POLICY);
    c.header('Cache-Control', `private, max-age=${DAY_SECONDS}, immutable`);
    c.header('ETag', `"${file.sha256}"`);
    c.header('Accept-Ranges', 'bytes');
    if (c.req.header('If-None-Match') === `"${file.sha256}"`) return c.body(null, 304);
    return send(c, size, (range) => blobs.read(file.sha256, range));
  });

function send(
  c: Context,
  size: number,
  read: (range: { start: number; end: number }) => Readable,
): Response {
  const range = byteRange(c.req.header('Range'), size);
  if (range === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${size}`);
    return c.body(null, 416);
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  c.header('Content-Length', String(end - start + 1));
  if (range) c.header('Content-Range', `bytes ${start}-${end}/${size}`);
  const body = Readable.toWeb(read({ start, end })) as ReadableStream;
  return c.body(body, range ? 206 : 200);
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

function nameOf({ name, contentType }: { name: string; contentType: string }): string {
  const ending = ENDINGS[contentType] ?? 'bin';
  const base = name.replaceAll(/[/\\\p{Cc}]/gu, '').trim() || 'attachment';
  return base.toLowerCase().endsWith(`.${ending}`) ? base : `${base}.${ending}`;
}
