import { Readable } from 'node:stream';
import type { Context } from 'hono';

/** A CSV as a download, line by line, so that its length costs no memory. */
export function sendCsv(c: Context, name: string, lines: AsyncIterable<string>): Response {
  const plain = name.replaceAll(/[^\w.-]+/g, '-');
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  c.header('Cache-Control', 'no-store');
  return c.body(Readable.toWeb(Readable.from(bytesOf(lines))) as ReadableStream);
}

// A body is bytes: a stream of text fails as soon as something reads or compresses it.
async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line);
}
