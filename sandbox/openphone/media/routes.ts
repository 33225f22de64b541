import { type Context, Hono } from 'hono';
import { socketOf } from '../../faults/gate.ts';
import type { Store } from '../../store.ts';
import type { Doors } from '../door.ts';
import type { Settings } from '../settings.ts';
import { type Content, pictureContent, quietWav, resized, silentMp3 } from './content.ts';

const NAME = /^(?:(CR[\da-f]+)-(\d+)\.mp3|(VM[\da-f]+)-(\d+)\.wav|(ME[\da-f]+)\.png)$/;

/** `/media/openphone/<account>/<file>`: recordings, voicemails and pictures, made while they are read. */
export function mediaRoutes({ store, doors }: { store: Store; doors: Doors }): Hono {
  return new Hono().get('/:account/:file', (c) => {
    const workspace = store.world.openphone.get(c.req.param('account'));
    const content = contentOf(c.req.param('file'));
    if (!workspace || !content) return denied(c, 404, 'NoSuchKey');
    const ends = Number(c.req.query('Expires') ?? Infinity);
    if (Date.now() / 1000 > ends) return denied(c, 403, 'AccessDenied');
    const { settings } = doors.of(workspace.account);
    const whole = settings.mediaBytes === null ? content : resized(content, settings.mediaBytes);
    return serve(c, whole, settings);
  });
}

function contentOf(file: string): Content | undefined {
  const [, recording, recordingSeconds, voicemail, voicemailSeconds, image] = NAME.exec(file) ?? [];
  if (recording) return silentMp3(Number(recordingSeconds));
  if (voicemail) return quietWav(Number(voicemailSeconds));
  return image ? pictureContent(image) : undefined;
}

function serve(c: Context, content: Content, settings: Settings): Response {
  const range = rangeIn(c.req.header('Range'), content.size);
  if (range === 'unsatisfiable') {
    return c.body(null, 416, { 'Content-Range': `bytes */${content.size}` });
  }
  const { from, length } = range ?? { from: 0, length: content.size };
  c.header('Content-Type', settings.mediaType ?? content.type);
  c.header('Accept-Ranges', 'bytes');
  if (range) c.header('Content-Range', `bytes ${from}-${from + length - 1}/${content.size}`);
  const said = saidLength(length, settings.mediaLength);
  if (said !== undefined) c.header('Content-Length', String(said));
  const isShort = said !== undefined && said > length;
  return c.body(
    streamOf(content, { from, length, atEnd: isShort ? () => socketOf(c).destroy() : () => {} }),
    range ? 206 : 200,
  );
}

function saidLength(length: number, how: Settings['mediaLength']): number | undefined {
  switch (how) {
    case 'honest':
      return length;
    case 'absent':
      return undefined;
    case 'understated':
      return Math.ceil(length / 2);
    case 'overstated':
      return length * 2;
  }
}

/** One range, as those who resume a download ask for it; anything else is not understood. */
function rangeIn(header: string | undefined, size: number) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!first && !last) return undefined;
  const from = first ? Number(first) : Math.max(size - Number(last), 0);
  const to = first && last ? Math.min(Number(last), size - 1) : size - 1;
  return from > to ? ('unsatisfiable' as const) : { from, length: to - from + 1 };
}

const PIECE = 64 * 1024;

/** Pulled by the reader, so that two gigabytes cost no memory; what falls short ends in a cut. */
function streamOf(
  content: Content,
  { from, length, atEnd }: { from: number; length: number; atEnd: () => void },
): ReadableStream<Uint8Array> {
  const state = { done: 0 };
  return new ReadableStream({
    pull(controller) {
      const next = Math.min(PIECE, length - state.done);
      if (next <= 0) {
        atEnd();
        return controller.close();
      }
      controller.enqueue(content.piece(from + state.done, next));
      state.done += next;
    },
  });
}

function denied(c: Context, status: 403 | 404, code: string): Response {
  const words = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`;
  return c.body(words, status, { 'Content-Type': 'application/xml' });
}
