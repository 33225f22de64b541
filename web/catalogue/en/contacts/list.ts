import type { Format } from '../../format.ts';

/** The list of contacts, its filters and what is done with many at once. */
export const list = (f: Format) => ({
  add: 'Add a contact',
  import: 'Import a list',
  export: 'Export as CSV',
  exportName: 'contacts.csv',
  count: (n: number, most: number) =>
    n >= most
      ? `More than ${f.number(most)} contacts`
      : f.count(n, { one: 'contact', other: 'contacts' }),
  search: 'Name, number or e-mail',
  filters: 'Filters',
  apply: 'Filter',
  clear: 'Show everybody',
  tag: 'Tag',
  region: 'State or province',
  country: 'Country',
  consent: 'Consent to texts',
  conversation: 'Conversation',
  any: 'any',
  tagWith: (tag: string, n: number) => `${tag} (${f.number(n)})`,
  consents: {
    given: 'given',
    refused: 'refused',
    none: 'not known',
    blocked: 'opted out',
  },
  conversations: { yes: 'with a conversation', no: 'without one' },
  fromImport: 'Only contacts of one import are shown.',
  label: 'Contacts',
  name: 'Name',
  phone: 'Number',
  email: 'E-mail',
  place: 'Place',
  tags: 'Tags',
  state: 'Texts',
  lastSpoke: 'Last exchange',
  optedOut: 'opted out',
  none: {
    title: 'No contacts yet',
    why: 'People come in by a list, by hand, or by writing to one of your numbers.',
  },
  nobody: {
    title: 'Nobody fits',
    why: 'No contact fits this search and these filters.',
  },
  tagInput: 'Tag',
  addTag: 'Add tag',
  removeTag: 'Remove tag',
  tagMissing: 'Write a tag first.',
  chooseFirst: 'Choose contacts first.',
  everyone: (n: number) =>
    `All ${f.count(n, { one: 'contact', other: 'contacts' })} that fit, not only those on this page`,
  tagged: (n: number, tag: string) =>
    n === 0
      ? `“${tag}”: nothing to change.`
      : `“${tag}”: ${f.count(n, { one: 'contact', other: 'contacts' })} changed.`,
  csv: {
    firstName: 'First name',
    lastName: 'Last name',
    company: 'Company',
    mobile: 'Mobile phone',
    other: 'Other phone',
    email: 'Email',
    street: 'Street',
    city: 'City',
    region: 'State/Province',
    postalCode: 'ZIP',
    country: 'Country',
    language: 'Language',
    tags: 'Tags',
    consent: 'Consent (SMS)',
    optedOut: 'Opted out',
    notes: 'Notes',
    created: 'Created',
    yes: 'yes',
    no: 'no',
  },
});
