import { campaigns } from './en/campaigns.ts';
import { clock } from './en/clock.ts';
import { common } from './en/common.ts';
import { contacts } from './en/contacts.ts';
import { errors } from './en/errors.ts';
import { events } from './en/events.ts';
import { history } from './en/history.ts';
import { imports } from './en/imports.ts';
import { inbox } from './en/inbox.ts';
import { memberships } from './en/memberships.ts';
import { senders } from './en/senders.ts';
import { sends } from './en/sends.ts';
import { sequences } from './en/sequences.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { styleguide } from './en/styleguide.ts';
import { sync } from './en/sync.ts';
import { today } from './en/today.ts';
import type { Format } from './format.ts';

/** Every sentence of the product in English; a translation has the same keys. */
export const en = (f: Format) => ({
  campaigns: campaigns(f),
  clock: clock(f),
  common: common(f),
  contacts: contacts(f),
  errors: errors(f),
  events: events(f),
  history: history(f),
  imports: imports(f),
  inbox: inbox(f),
  memberships: memberships(f),
  senders: senders(f),
  sends: sends(f),
  sequences: sequences(f),
  settings: settings(f),
  shell: shell(f),
  signIn: signIn(f),
  styleguide: styleguide(f),
  sync: sync(f),
  today: today(f),
});

export type Catalogue = ReturnType<typeof en>;
