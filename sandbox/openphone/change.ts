import type { ContactRecord, LiveCall } from './records.ts';
import { takeCall } from './live.ts';
import type { QuoEvent, Webhook } from './webhooks/event.ts';
import type { Workspace } from './workspace.ts';

/** What people change in a workspace; the seeded past is never written down. */
export type Change =
  | { readonly kind: 'hidden'; readonly id: string; readonly isHidden: boolean }
  | { readonly kind: 'contact'; readonly contact: ContactRecord }
  | { readonly kind: 'call'; readonly played: LiveCall }
  | { readonly kind: 'webhook'; readonly webhook: Webhook }
  | { readonly kind: 'no-webhook'; readonly id: string }
  | { readonly kind: 'event'; readonly event: QuoEvent }
  | { readonly kind: 'told'; readonly event: string };

export function applyChange(workspace: Workspace, change: Change): void {
  switch (change.kind) {
    case 'hidden':
      if (change.isHidden) workspace.hidden.add(change.id);
      else workspace.hidden.delete(change.id);
      return;
    case 'contact':
      workspace.live.contacts.set(change.contact.id, change.contact);
      return;
    case 'call':
      takeCall(workspace, change.played);
      return;
    case 'webhook':
      workspace.live.webhooks.set(change.webhook.id, change.webhook);
      return;
    case 'no-webhook':
      workspace.live.webhooks.delete(change.id);
      return;
    case 'event':
      workspace.live.untold.set(change.event.id, change.event);
      return;
    case 'told':
      workspace.live.untold.delete(change.event);
  }
}
