import type { Entry } from './entry.ts';
import { contacts } from './routes/contacts.ts';
import { doors } from './routes/doors.ts';
import { history } from './routes/history.ts';
import { inbox } from './routes/inbox.ts';
import { outreach } from './routes/outreach.ts';
import { senders } from './routes/senders.ts';
import { sequences } from './routes/sequences.ts';
import { workspace } from './routes/workspace.ts';

/** Every route of the app: `METHOD /path` as it is registered, and how it is tried. */
export const routes: Record<string, Entry> = {
  ...doors,
  ...workspace,
  ...sequences,
  ...outreach,
  ...senders,
  ...contacts,
  ...inbox,
  ...history,
};
