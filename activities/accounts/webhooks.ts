import { isIP } from 'node:net';
import { openPhoneCredentials } from '#db/credentials.ts';
import type { ProviderAccount } from '#db/entities/provider-account.ts';
import { keepWebhooks } from '#db/senders/openphone-account.ts';
import { isPublicIp } from '../attachments/public-address.ts';
import {
  webhookKinds,
  type OpenPhone,
  type Webhook,
  type WebhookKind,
} from '../providers/openphone/client.ts';
import { OpenPhoneError } from '../providers/openphone/error.ts';
import { openOpenPhone } from '../providers/openphone/open.ts';
import { reachOf } from '../providers/reach.ts';
import type { World } from '../world.ts';

/** What each kind of webhook tells of, by the provider's names. */
export const webhookEvents: Readonly<Record<WebhookKind, readonly string[]>> = {
  messages: ['message.received', 'message.delivered'],
  calls: ['call.ringing', 'call.completed', 'call.recording.completed'],
  'call-summaries': ['call.summary.completed'],
  'call-transcripts': ['call.transcript.completed'],
};

interface Made {
  kinds: WebhookKind[];
  signingKeys: string[];
  /** Why there are no others; a code. */
  problem: string | null;
}

/**
 * Makes the webhooks that are missing, so that what happens there is told here. Those that lead here
 * already are kept and their keys learned, so that a repetition makes none twice. Nothing of this fails a look.
 */
export async function makeWebhooks(world: World, account: ProviderAccount): Promise<void> {
  const { database, secret } = world;
  const reach = reachOf(account, world.sandboxUrl);
  if (!reach) return;
  const { sandboxUrl } = reach;
  const url = `${world.publicUrl}/webhooks/openphone/${account.key}`;
  if (!sandboxUrl && !isPublic(url)) {
    const nothing = { kinds: [], signingKeys: [], problem: 'address-not-public' };
    return database.transaction((em) =>
      keepWebhooks(em, { accountId: account.id, secret, ...nothing }),
    );
  }
  const credentials = openPhoneCredentials(secret, account.id, account.credentials);
  const client = openOpenPhone({ database, account, credentials, sandboxUrl });
  const made = await missingMade(client, url);
  await database.transaction((em) => keepWebhooks(em, { accountId: account.id, secret, ...made }));
}

async function missingMade(client: OpenPhone, url: string): Promise<Made> {
  const made: Made = { kinds: [], signingKeys: [], problem: null };
  try {
    const there = (await client.webhooks()).filter((webhook) => webhook.url === url);
    made.signingKeys.push(...there.flatMap(({ key }) => key || []));
    for (const kind of webhookKinds) {
      if (there.some((webhook) => tellsAll(webhook, kind))) made.kinds.push(kind);
      else await make(client, { kind, url, made });
    }
  } catch (error) {
    made.problem = codeOf(error);
  }
  return made;
}

/** What the plan does not include stands in the way of nothing else. */
async function make(
  client: OpenPhone,
  { kind, url, made }: { kind: WebhookKind; url: string; made: Made },
): Promise<void> {
  try {
    const webhook = await client.createWebhook(kind, { url, events: webhookEvents[kind] });
    if (webhook.key) made.signingKeys.push(webhook.key);
    made.kinds.push(kind);
  } catch (error) {
    const isPlan =
      error instanceof OpenPhoneError && (error.status === 402 || error.status === 403);
    if (!isPlan) throw error;
    made.problem = 'plan';
  }
}

const tellsAll = (webhook: Webhook, kind: WebhookKind): boolean =>
  webhookEvents[kind].every((event) => webhook.events.includes(event));

function codeOf(error: unknown): string {
  if (!(error instanceof OpenPhoneError)) throw error;
  return error.code;
}

/** Where a provider outside can reach it at all; whether it does, only a webhook that comes will show. */
function isPublic(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:') return false;
  if (isIP(host) !== 0) return isPublicIp(host);
  return (
    host.includes('.') && !/\.(?:local|localhost|internal|test|invalid|home\.arpa)$/.test(host)
  );
}
