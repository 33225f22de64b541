import type { Context } from 'hono';
import type { CustomValue } from '#domain/contacts/fields.ts';
import type { ContactFilter } from '#domain/contacts/filter.ts';
import { byteOrderMark, csvLine } from '#domain/imports/csv-line.ts';
import { exportedContacts, type ExportedContact } from '#db/contacts/export.ts';
import { customKeys } from '#db/contacts/custom-keys.ts';
import type { AppEnv } from '#server/context.ts';
import { sendCsv } from '#server/http/send-csv.ts';

/** All contacts that a filter leaves, with headers that an import of ours reads again. */
export function contactsCsv(c: Context<AppEnv>, filter: ContactFilter): Response {
  return sendCsv(c, c.var.ui.t.contacts.list.exportName, lines(c, filter));
}

async function* lines(c: Context<AppEnv>, filter: ContactFilter): AsyncGenerator<string> {
  const { em, seat, ui } = c.var;
  const { workspaceId } = seat;
  const words = ui.t.contacts.list.csv;
  const keys = await customKeys(em, workspaceId);
  const { yes, no, ...headers } = words;
  yield byteOrderMark + csvLine([...Object.values(headers), ...keys]);
  for await (const contact of exportedContacts(em, { workspaceId, filter })) {
    yield csvLine([...known(contact, { yes, no }), ...keys.map((key) => own(contact.custom[key]))]);
  }
}

/** In the order of the headers in the catalogue. */
function known(contact: ExportedContact, { yes, no }: { yes: string; no: string }): string[] {
  const [first, ...others] = contact.phones;
  const consent = first?.consent === 'given' ? yes : first?.consent === 'refused' ? no : '';
  return [
    contact.firstName,
    contact.lastName,
    contact.company,
    first?.value ?? '',
    others.map(({ value }) => value).join('; '),
    contact.emails.join('; '),
    contact.street,
    contact.city,
    contact.region,
    contact.postalCode,
    contact.country ?? '',
    contact.language ?? '',
    contact.tags.join('; '),
    consent,
    first?.blocked ? yes : '',
    contact.notes,
    contact.createdAt.toISOString().slice(0, 10),
  ];
}

function own(value: CustomValue | undefined): string {
  if (!value) return '';
  if (value.type !== 'money') return value.value;
  const { cents, currency } = value.value;
  return [currency, (cents / 100).toFixed(2)].filter(Boolean).join(' ');
}
