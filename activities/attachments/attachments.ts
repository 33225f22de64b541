import { ApplicationFailure, Context } from '@temporalio/activity';
import {
  awaitedAttachment,
  failAttachment,
  storeAttachment,
  type AttachmentFailure,
  type AwaitedAttachment,
} from '#db/attachments.ts';
import { BlobTooLarge, type BlobStore } from '#db/blobs.ts';
import { keepBlob } from '#db/blobs/keep.ts';
import { twilioCredentials } from '#db/credentials.ts';
import type { Database } from '#db/orm.ts';
import type { AttachmentActivities } from '#workflows/attachments/activities.ts';
import { reachOf } from '../providers/reach.ts';
import { fetchMedia, type MediaAnswer, type MediaFile, type TwilioDoor } from './fetch-media.ts';
import { mediaKind, mediaLimits, type MediaRole } from './media-kind.ts';
import { PrivateAddress } from './public-address.ts';

export interface AttachmentWorld {
  database: Database;
  blobs: BlobStore;
  /** APP_SECRET, which opens the account's credentials. */
  secret: string;
  sandboxUrl: string | undefined;
}

const CALL_MS = 50_000;
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
        return keep(awaited, answer);
      case 'refused':
        return fail(attachmentId, 'refused');
      case 'ended':
        return fail(attachmentId, 'gone');
      case 'gone':
        return again(attachmentId, EARLY_TRIES, 'gone');
      case 'unready':
        return again(attachmentId, TRIES, 'unreachable', answer.code);
    }
  }

  async function keep(
    { id, role }: { id: string; role: MediaRole },
    { length, body }: MediaFile,
  ): Promise<'stored' | 'failed'> {
    const limit = mediaLimits[role];
    if ((length ?? 0) > limit) {
      body.destroy();
      return fail(id, 'too-large');
    }
    try {
      await using staged = await blobs.stage(body, limit);
      const kind = await mediaKind(staged, role);
      if (!kind) return await fail(id, 'wrong-type');
      const { sha256, size } = staged;
      await keepBlob(world, staged, (em) => storeAttachment(em, id, { sha256, size, ...kind }));
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

async function ask(world: AttachmentWorld, awaited: AwaitedAttachment): Promise<MediaAnswer> {
  const { sourceUrl, provider, accountId, mode } = awaited;
  if (!sourceUrl || !provider || !accountId) return { kind: 'refused' };
  const reach = reachOf({ mode }, world.sandboxUrl);
  if (!reach) return { kind: 'refused' };
  const twilio = provider === 'twilio' ? twilioOf(world, awaited) : null;
  if (provider === 'twilio' && !twilio) return { kind: 'refused' };
  const { cancellationSignal } = Context.current();
  try {
    return await fetchMedia({
      url: sourceUrl,
      twilio,
      ...reach,
      signal: AbortSignal.any([AbortSignal.timeout(CALL_MS), cancellationSignal]),
    });
  } catch (error) {
    return error instanceof PrivateAddress
      ? { kind: 'refused' }
      : { kind: 'unready', code: codeOf(error) };
  }
}

/** What opens the files of a Twilio account; links of other providers open by themselves. */
function twilioOf(
  { secret }: AttachmentWorld,
  { accountId, accountSid, credentials }: AwaitedAttachment,
): TwilioDoor | null {
  if (!accountId || !accountSid || !credentials) return null;
  return { accountSid, authToken: twilioCredentials(secret, accountId, credentials).authToken };
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'network';
