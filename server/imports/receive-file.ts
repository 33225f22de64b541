import { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { BlobTooLarge, type BlobStore, type StagedBlob } from '#db/blobs.ts';

/** An uploaded file, beside the store, with the fields that stood before it in the form. */
export type Received =
  | { kind: 'file'; file: StagedBlob; name: string; fields: Readonly<Record<string, string>> }
  | { kind: 'none'; fields: Readonly<Record<string, string>> }
  | { kind: 'too-large' }
  | { kind: 'cut' };

/**
 * Streams the one file of a posted form to this machine, so that the memory stays flat whatever its size.
 * @param limit bytes; a stated length above it is refused before anything is read
 */
export async function receiveFile(
  request: Request,
  blobs: BlobStore,
  limit: number,
): Promise<Received> {
  const stated = Number(request.headers.get('content-length') ?? 0);
  if (stated > limit + FORM_BYTES) return { kind: 'too-large' };
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) return { kind: 'none', fields: {} };
  try {
    return await readForm(Readable.fromWeb(request.body as never), type, blobs, limit);
  } catch (error) {
    if (error instanceof BlobTooLarge) return { kind: 'too-large' };
    if (isCut(error)) return { kind: 'cut' };
    throw error;
  }
}

/** What a form weighs besides its file. */
const FORM_BYTES = 64 * 1024;

function readForm(
  body: Readable,
  contentType: string,
  blobs: BlobStore,
  limit: number,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    let storing: Promise<Received> = Promise.resolve({ kind: 'none', fields });
    const form = new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: 1, fields: 10, fieldSize: 1000 },
    });
    let isGiven = false;
    const give = (received: Received) => {
      isGiven = true;
      resolve(received);
    };
    const fail = (error: unknown) => {
      if (isGiven) return;
      body.destroy();
      void storing.then(drop, () => undefined); // it has nothing to drop
      reject(error);
    };
    form.on('field', (name: string, value: string) => void (fields[name] = value));
    form.on('file', (_field: string, file: Readable, name: string | undefined) => {
      // It may say so again after whoever read it has gone, and then nobody else would hear it.
      file.on('error', fail);
      if (!name) return void file.resume();
      storing = blobs
        .stage(file, limit)
        .then((staged) => ({ kind: 'file', file: staged, name, fields }));
      storing.catch(fail);
    });
    form.on('finish', () => void storing.then(give, fail));
    form.on('error', fail);
    body.on('error', fail);
    body.on('close', () => {
      if (!body.readableEnded) fail(new Cut());
    });
    body.pipe(form);
  });
}

async function drop(received: Received): Promise<void> {
  if (received.kind === 'file') await received.file[Symbol.asyncDispose]();
}

/** The sender went away in the middle. */
class Cut extends Error {}

const isCut = (error: unknown): boolean =>
  error instanceof Cut ||
  (error as NodeJS.ErrnoException).code === 'ECONNRESET' ||
  /Unexpected end of (?:multipart data|file)|Part terminated early/.test(
    (error as Error | undefined)?.message ?? '',
  );
