import type { Store } from '../store.ts';
import type { Change } from './change.ts';
import type { Workspace } from './workspace.ts';

/** Changes a workspace at once; resolves when the change can no longer be lost. */
export function recordChange(store: Store, workspace: Workspace, change: Change): Promise<void> {
  return store.record({ kind: 'openphone', account: workspace.account.id, change });
}
