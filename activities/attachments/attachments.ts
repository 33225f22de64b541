import { buffer } from 'node:stream/consumers';
import { ApplicationFailure, Context } from '@temporalio/activity';
import {
  awaitedAttachment,
  failAttachment,
  storeAttachment,
  type AttachmentFailure,
  type AwaitedAttachment,
} from '#db/attachments.ts';
import { BlobTooLarge, type BlobStore } from '#db/blobs.ts';
import { decryptCredentials } from '#db/credentials.ts';
import type { Database } from '#db/orm.ts';
import type { AttachmentActivities } from '#workflows/attachments/activities.ts';
import { fetchMedia, type MediaAnswer, type MediaFile } from './fetch-media.ts';
import { mediaKind } from './media-kind.ts';
import { PrivateAddress } from './public-address.ts';

export interface AttachmentWorld {
  database: Database;
  blobs: BlobStore;
  /** APP_SECRET, which opens the account's credentials. */
  secret: string;
  sandboxUrl: string | undefined;
}

const LIMIT_BYTES = 5 * 1024 * 1024;
const CALL_MS = 30_000;
/** About an hour of tries: a provider that is down comes back, a link that is wrong does not. */
const TRIES = 14;
/** The provider calls us before its own store has the file: early absence is not the end of it. */
const EARLY_TRIES = 5;

/** What the workflows of attachments ask of the world. */
export function createAttachmentActivities(world: AttachmentWorld): AttachmentActivities {
  const { database, blobs } = world;
  return { fetchAttachment };

  async function fetchAttachment({ attachmentId }: { attachmentId: string }) {
    const awaited = await awaitedAttachment(database.fork(), attachmentId);
    if (!awaited) return 'failed';
    if (awaited.state !== 'pending') return awaited.state;
    const answer = await ask(world, awaited);
    switch (answer.kind) {
      case 'file':
        return keep(attachmentId, answer);
      case 'refused':
        return fail(attachmentId, 'refused');
      case 'gone':
        return again(attachmentId, EARLY_TRIES, 'gone');
      case 'unready':
        return again(attachmentId, TRIES, 'unreachable', answer.code);
    }
  }

  async function keep(id: string, { length, body }: MediaFile): Promise<'stored' | 'failed'> {
    if ((length ?? 0) > LIMIT_BYTES) {
      body.destroy();
      return fail(id, 'too-large');
    }
    try {
      const blob = await blobs.put(body, LIMIT_BYTES);
      const kind = mediaKind(await buffer(blobs.read(blob.sha256)));
      if (!kind) return await fail(id, 'wrong-type');
      await database.transaction((em) => storeAttachment(em, id, { ...blob, ...kind }));
      return 'stored';
    } catch (error) {
      if (error instanceof BlobTooLarge) return fail(id, 'too-large');
      return again(id, TRIES, 'unreachable', codeOf(error));
    }
  }

  /** Asks to be called again later, or gives up where that was done often enough. */
  function again(id: string, tries: number, error: AttachmentFailure, code: string = error) {
    if (Context.current().info.attempt >= tries) return fail(id, error);
    // Only a code crosses into the history: a link names the account and the message.
    throw ApplicationFailure.create({ type: 'MediaNotReady', message: `not ready: ${code}` });
  }

  async function fail(id: string, error: AttachmentFailure): Promise<'failed'> {
    await database.transaction((em) => failAttachment(em, id, error));
    return 'failed';
  }
}

async function ask(
  { secret, sandboxUrl }: AttachmentWorld,
  { sourceUrl, accountId, accountSid, credentials, mode }: AwaitedAttachment,
): Promise<MediaAnswer> {
  if (!sourceUrl || !accountId || !accountSid || !credentials) return { kind: 'refused' };
  if (mode === 'sandbox' && !sandboxUrl) return { kind: 'refused' };
  const { cancellationSignal } = Context.current();
  try {
    return await fetchMedia({
      url: sourceUrl,
      accountSid,
      authToken: decryptCredentials(secret, accountId, credentials).authToken,
      sandboxUrl: mode === 'sandbox' ? sandboxUrl : undefined,
      signal: AbortSignal.any([AbortSignal.timeout(CALL_MS), cancellationSignal]),
    });
  } catch (error) {
    return error instanceof PrivateAddress
      ? { kind: 'refused' }
      : { kind: 'unready', code: codeOf(error) };
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'network';
