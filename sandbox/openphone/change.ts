import type { ContactRecord } from './records.ts';
import type { Workspace } from './workspace.ts';

/** What people change in a workspace; the seeded past is never written down. */
export type Change =
  | { readonly kind: 'hidden'; readonly id: string; readonly isHidden: boolean }
  | { readonly kind: 'contact'; readonly contact: ContactRecord };

export function applyChange(workspace: Workspace, change: Change): void {
  switch (change.kind) {
    case 'hidden':
      if (change.isHidden) workspace.hidden.add(change.id);
      else workspace.hidden.delete(change.id);
      return;
    case 'contact':
      workspace.live.contacts.set(change.contact.id, change.contact);
  }
}
