import type { Workspace } from '../workspace.ts';
import { EVENT_TYPES, type EventType, LEGACY_EVENTS, type Webhook } from './event.ts';

const LEGACY: readonly EventType[] = Object.values(LEGACY_EVENTS).flat();

/** The webhooks that the account came with: of each family for which it has a key. */
export function accountWebhooks({ account, users }: Workspace): Webhook[] {
  const { webhook } = account;
  if (!webhook) return [];
  const shared = {
    madeBy: 'sandbox' as const,
    url: webhook.url,
    resourceIds: ['*'],
    label: null,
    status: 'enabled' as const,
    userId: users[0]!.id,
    createdAt: 0,
  };
  const { signingKey, datedSecret } = webhook;
  return [
    ...(signingKey
      ? [{ ...shared, id: 'WHv1', family: 'v1' as const, key: signingKey, events: LEGACY }]
      : []),
    ...(datedSecret
      ? [
          {
            ...shared,
            id: 'WHdated',
            family: 'dated' as const,
            key: datedSecret,
            events: EVENT_TYPES,
          },
        ]
      : []),
  ];
}
