import type { BlobStore } from '#db/blobs.ts';
import type { Database } from '#db/orm.ts';
import type { MessagingProvider } from './providers/provider.ts';

/** The outside world as activities are given it; a test gives its own. */
export interface World {
  database: Database;
  /**
   * The client of one provider account; `accountId` is ours. It is kept for a while; `fresh` opens it
   * with the credentials of now. @throws when the account is unknown or cannot be opened
   */
  provider: (accountId: string, how?: { fresh: boolean }) => Promise<MessagingProvider>;
  /** Base of the addresses that providers call back, without a slash at the end. */
  publicUrl: string;
  /** Uploaded lists, and files that came with messages. */
  blobs: BlobStore;
  /** APP_SECRET, which opens the credentials of accounts. */
  secret: string;
  /** Stands in for the providers in sandbox workspaces. */
  sandboxUrl: string | undefined;
}
