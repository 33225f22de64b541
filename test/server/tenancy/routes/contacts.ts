import { foreign, own, type Entry } from '../entry.ts';

/** A change of consent as its form sends it. */
const consent = { what: 'refused', channel: 'sms', day: '2026-11-20', note: 'Said so' };

/** Contacts, imports, and what came with messages. */
export const contacts: Record<string, Entry> = {
  // Imports
  'GET /imports': own(),
  'GET /imports/new': own({ needs: 'import.write' }),
  'POST /imports': own({ needs: 'import.write' }),
  'GET /imports/:id': foreign({ id: 'importRun' }),
  'GET /imports/:id/preview': foreign({ id: 'importRun' }),
  'GET /imports/:id/progress': foreign({ id: 'importRun' }),
  'GET /imports/:id/rejected.csv': foreign({ id: 'importRun' }, { needs: 'contact.export' }),
  'POST /imports/:id/mapping': foreign({ id: 'importRun' }, { needs: 'import.write' }),
  'POST /imports/:id/start': foreign({ id: 'importRun' }, { needs: 'import.write' }),
  'POST /imports/:id/pause': foreign({ id: 'importRun' }, { needs: 'import.write' }),
  'DELETE /imports/:id/pause': foreign({ id: 'importRun' }, { needs: 'import.write' }),
  'POST /imports/:id/cancel': foreign({ id: 'importRun' }, { needs: 'import.write' }),

  // Contacts, and what came with their messages
  'GET /contacts': own(),
  'GET /contacts.csv': own({ needs: 'contact.export' }),
  'GET /contacts/new': own({ needs: 'contact.write' }),
  'POST /contacts': own({ needs: 'contact.write' }),
  'POST /contacts/tags': own({
    needs: 'contact.write',
    bodies: (_, { contact }) => [
      { path: '/contacts/tags', form: { tag: 'borrowed', selected: contact } },
    ],
  }),
  'GET /contacts/:id': foreign({ id: 'contact' }),
  'GET /contacts/:id/timeline': foreign({ id: 'contact' }),
  'GET /contacts/:id/edit': foreign({ id: 'contact' }, { needs: 'contact.write' }),
  'POST /contacts/:id': foreign(
    { id: 'contact' },
    { needs: 'contact.write', form: { firstName: 'Borrowed', revision: '0' } },
  ),
  'GET /contacts/:id/merge': foreign(
    { id: 'contact' },
    {
      needs: 'contact.write',
      bodies: ({ contacts }, { contact }) => [
        { path: `/contacts/${contacts[5]!.id}/merge?with=${contact}` },
      ],
    },
  ),
  'POST /contacts/:id/merge': foreign(
    { id: 'contact' },
    {
      needs: 'contact.write',
      form: {},
      bodies: ({ contacts }, { contact }) => [
        { path: `/contacts/${contacts[5]!.id}/merge`, form: { with: contact } },
      ],
    },
  ),
  'GET /contacts/:id/erasure': foreign({ id: 'contact' }, { needs: 'contact.erase' }),
  'POST /contacts/:id/erasure': foreign({ id: 'contact' }, { needs: 'contact.erase' }),
  'GET /contacts/:id/addresses': foreign({ id: 'contact' }, { needs: 'contact.write' }),
  'POST /contacts/:id/addresses': foreign(
    { id: 'contact' },
    { needs: 'contact.write', form: { value: '+16035550199' } },
  ),
  'DELETE /contacts/:id/addresses/:address': foreign(
    { id: 'contact', address: 'address' },
    {
      needs: 'contact.write',
      bodies: ({ contacts }, { address }) => [
        { path: `/contacts/${contacts[5]!.id}/addresses/${address}` },
      ],
    },
  ),
  'GET /contacts/:id/addresses/:address/consent': foreign(
    { id: 'contact', address: 'address' },
    {
      needs: 'contact.write',
      bodies: ({ contacts }, { address }) => [
        { path: `/contacts/${contacts[5]!.id}/addresses/${address}/consent` },
      ],
    },
  ),
  'POST /contacts/:id/addresses/:address/consent': foreign(
    { id: 'contact', address: 'address' },
    {
      needs: 'contact.write',
      form: consent,
      bodies: ({ contacts }, { address }) => [
        { path: `/contacts/${contacts[5]!.id}/addresses/${address}/consent`, form: consent },
      ],
    },
  ),
  'GET /attachments/:id': foreign({ id: 'attachment' }),
};
