import { type AddressKey, addressKey } from '#domain/contacts/address.ts';
import { ConsentBook } from './consent-book.ts';
import { ContactBook } from './contact-book.ts';
import type { MergeRule } from './merge-key.ts';
import {
  type BatchPlan,
  type ImportCounts,
  type KnownConsent,
  type KnownContact,
  noCounts,
  type RowOutcome,
} from './outcome.ts';
import type { ReadRow, RowContact } from './read-row.ts';

export type Batch = {
  rows: readonly ReadRow[];
  rule: MergeRule;
  /** Every contact that has one of the batch's `lookupKeys`, oldest first, without merged ones. */
  contacts: readonly KnownContact[];
  /** What is known of the consent of those same addresses. */
  consents: readonly KnownConsent[];
  /** The id that a contact made of this row gets. */
  idFor: (row: number) => string;
};

/** The addresses whose contacts and consents must be at hand to plan these rows. */
export function lookupKeys(rows: readonly ReadRow[]): AddressKey[] {
  const keys = rows.flatMap((row) =>
    row.kind === 'contact' ? row.contact.addresses.map(addressKey) : [],
  );
  return [...new Set(keys)];
}

/**
 * What to write so that these rows are imported: pure, in the order of the rows, batch after batch. Rows fill
 * blanks and add tags and addresses; they override nothing. The same rows again plan nothing.
 */
export function planBatch({ rows, rule, contacts, consents, idFor }: Batch): BatchPlan {
  const book = new ContactBook(rule, contacts);
  const consentBook = new ConsentBook(consents);
  let joined = 0;
  const outcomes = rows.map((read): RowOutcome => {
    if (read.kind === 'rejected') return { row: read.row, kind: 'rejected', reason: read.reason };
    const saidNew = consentBook.add(read.row, read.contact);
    const { kind, contactId, joins } = enter(book, read.row, read.contact, idFor);
    joined += joins;
    return { row: read.row, kind: kind === 'unchanged' && saidNew ? 'merged' : kind, contactId };
  });
  return {
    outcomes,
    contacts: book.plans(),
    consents: consentBook.plans,
    counts: counted(outcomes, consentBook, joined),
  };
}

type Entered = { kind: 'created' | 'merged' | 'unchanged'; contactId: string; joins: number };

function enter(
  book: ContactBook,
  row: number,
  contact: RowContact,
  idFor: Batch['idFor'],
): Entered {
  const [kept, ...others] = book.owners(contact);
  if (!kept) {
    const id = idFor(row);
    book.create(id, contact);
    return { kind: 'created', contactId: id, joins: 0 };
  }
  for (const other of others) book.join(kept, other);
  const isNew = book.add(kept, contact) || others.length > 0;
  return { kind: isNew ? 'merged' : 'unchanged', contactId: kept.id, joins: others.length };
}

function counted(
  outcomes: readonly RowOutcome[],
  { plans }: ConsentBook,
  joined: number,
): ImportCounts {
  const counts = { ...noCounts, joined };
  for (const { kind } of outcomes) counts[kind] += 1;
  return { ...counts, suppressed: plans.filter(({ consent }) => consent === 'refused').length };
}
