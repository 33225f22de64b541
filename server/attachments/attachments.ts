import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { storedAttachment, type StoredAttachment } from '#db/attachments.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { byteRange } from './byte-range.ts';
import { fileName } from './file-name.ts';

// What came from outside is shown on our own origin, so it may do nothing there.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const DAY_SECONDS = 86_400;

/** Files that came with messages and calls, for seats of their workspace; `?download` saves them. */
export const attachmentRoutes = ({ blobs }: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>().get('/attachments/:id', async (c) => {
    const id = c.req.param('id');
    if (!isUuid(id)) return c.notFound();
    const { workspaceId } = c.var.seat;
    const file = await storedAttachment(c.var.em, { workspaceId, id });
    const size = file && (await blobs.sizeOf(file.sha256));
    if (!file || !size) return c.notFound();
    describe(c, file);
    if (c.req.header('If-None-Match') === tagOf(file)) return c.body(null, 304);
    return send(c, { file, size }, (range) => blobs.read(file.sha256, range));
  });

function describe(c: Context, file: StoredAttachment): void {
  const how = c.req.query('download') === undefined ? 'inline' : 'attachment';
  const name = encodeURIComponent(fileName(file)).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  c.header('Content-Type', file.contentType);
  c.header('Content-Disposition', `${how}; filename*=UTF-8''${name}`);
  c.header('Content-Security-Policy', POLICY);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cache-Control', `private, max-age=${DAY_SECONDS}, immutable`);
  c.header('ETag', tagOf(file));
  c.header('Accept-Ranges', 'bytes');
}

const tagOf = ({ sha256 }: StoredAttachment): string => `"${sha256}"`;

function send(
  c: Context,
  { file, size }: { file: StoredAttachment; size: number },
  read: (range: { start: number; end: number }) => Readable,
): Response {
  // A part of what is there no more would not fit what the other side has: then the whole answers.
  const isSame = [undefined, tagOf(file)].includes(c.req.header('If-Range'));
  const range = isSame ? byteRange(c.req.header('Range'), size) : null;
  if (range === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${size}`);
    return c.body(null, 416);
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  c.header('Content-Length', String(end - start + 1));
  if (range) c.header('Content-Range', `bytes ${start}-${end}/${size}`);
  const status = range ? 206 : 200;
  if (c.req.method === 'HEAD') return c.body(null, status);
  return c.body(Readable.toWeb(read({ start, end })) as ReadableStream, status);
}
