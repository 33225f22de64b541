import type { Format } from '../format.ts';
import { addresses } from './contacts/addresses.ts';
import { edit } from './contacts/edit.ts';
import { erase } from './contacts/erase.ts';
import { list } from './contacts/list.ts';
import { merge } from './contacts/merge.ts';
import { timeline } from './contacts/timeline.ts';

/** People: the list, one person's page, and what may be done with them. */
export const contacts = (f: Format) => ({
  title: 'Contacts',
  nameless: 'No name',
  consent: { given: 'Yes', refused: 'No', none: 'Not known' },
  fields: {
    firstName: 'First name',
    lastName: 'Last name',
    company: 'Company',
    language: 'Language',
    street: 'Street',
    city: 'City',
    region: 'State or province',
    postalCode: 'Postal code',
    country: 'Country',
    notes: 'Notes',
  },
  page: {
    facts: 'Facts',
    since: 'Contact since',
    sources: {
      person: 'added by hand',
      import: 'from a list',
      inbound: 'wrote first',
      history: 'from the telephone’s past',
    },
    sinceFrom: (day: string, source: string) => `${day}, ${source}`,
    tags: 'Tags',
    noFacts: 'Nothing else is known.',
    byHand: 'changed by hand',
    edit: 'Edit',
    conversation: 'Open the conversation',
    merge: 'Merge with another contact …',
    erase: 'Erase this person …',
    more: 'More for this contact',
    campaigns: 'Campaigns',
    noCampaigns: 'In no campaign so far.',
    walks: {
      excluded: 'left out',
      enrolled: 'waits for its turn',
      walking: 'under way',
      ended: 'ended',
    },
    next: (at: string) => `next ${at}`,
    erased: {
      title: 'This person was erased',
      why: (day: string) =>
        `On ${day}. What remains is that messages were sent, and that their addresses stay closed.`,
    },
  },
  list: list(f),
  edit: edit(),
  addresses: addresses(f),
  merge: merge(),
  erase: erase(f),
  timeline: timeline(f),
});
