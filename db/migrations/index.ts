import { Workspaces } from './001-workspaces.ts';
import { Contacts } from './002-contacts.ts';
import { Senders } from './003-senders.ts';
import { Conversations } from './004-conversations.ts';
import { Campaigns } from './005-campaigns.ts';
import { Sending } from './006-sending.ts';
import { BusyNumbers } from './007-busy-numbers.ts';
import { TelephoneHistory } from './008-telephone-history.ts';
import { FoundEvents } from './009-found-events.ts';

/** In the order in which they run; a landed one is never edited. */
export const migrations = [
  { name: '001-workspaces', class: Workspaces },
  { name: '002-contacts', class: Contacts },
  { name: '003-senders', class: Senders },
  { name: '004-conversations', class: Conversations },
  { name: '005-campaigns', class: Campaigns },
  { name: '006-sending', class: Sending },
  { name: '007-busy-numbers', class: BusyNumbers },
  { name: '008-telephone-history', class: TelephoneHistory },
  { name: '009-found-events', class: FoundEvents },
];
