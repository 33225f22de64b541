import type { Meaning } from '#domain/inbox/meaning.ts';
import type { LockedAddress } from './inbound-address.ts';
import type { InboundMessage } from '#domain/inbox/inbound-message.ts';
import type { StoredEvent } from './stored-event.ts';

/** The number of ours that got the message, and the firm behind it. */
export interface Receiver {
  senderId: string;
  /** Who answers keywords sent to it. */
  confirms: 'us' | 'provider';
  workspaceName: string;
  supportContact: string | null;
  /** When the message came, on the clock of the workspace. */
  at: Date;
}

/** An inbound message with all that it needs while it is applied. */
export interface Hearing {
  event: StoredEvent;
  message: InboundMessage;
  receiver: Receiver;
  contactId: string;
  address: LockedAddress;
  meaning: Meaning;
}
