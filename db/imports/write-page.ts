import { v7 as uuidv7 } from 'uuid';
import { consentAddresses } from '#domain/imports/consent-book.ts';
import { lookupKeys, planBatch } from '#domain/imports/dedupe.ts';
import type { BatchPlan, ContactPlan, ImportCounts } from '#domain/imports/outcome.ts';
import type { ReadRow } from '#domain/imports/read-row.ts';
import type { ImportState } from '#domain/imports/run.ts';
import { joinContacts } from '../contacts/join-contacts.ts';
import { claimAddresses, writeAddresses } from '../contacts/write-addresses.ts';
import type { Db } from '../orm.ts';
import { failpoint } from '../process/failpoint.ts';
import { firstRow, jsonb, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { knownConsents, knownContacts } from './known.ts';
import type { ImportRunRow } from './runs.ts';
import { writeConsents } from './write-consents.ts';
import { insertContacts, linkAddresses, updateContacts } from './write-contacts.ts';

/** Some rows of a file that follow the last one written. */
export interface ImportPage {
  rows: readonly ReadRow[];
  /** The cells of rejected rows by their number, so that they can be given back. */
  rejectedCells: ReadonlyMap<number, readonly string[]>;
  /** Where in the file the next page begins. */
  bytesRead: number;
  rowsPerSecond: number;
}

/** `elsewhere`: the row of the import says otherwise than this page thinks, and nothing was written. */
export type PageWritten =
  | { kind: 'written'; counts: ImportCounts }
  | { kind: 'elsewhere'; state: ImportState; rowsRead: number };

/**
 * Writes one page of a list: contacts, addresses, consents, the outcome of each row, and how far the
 * import has come, all in the caller's transaction. So a page is there wholly, once, or not at all,
 * whoever is killed when.
 */
export async function writePage(em: Db, of: ImportRunRow, page: ImportPage): Promise<PageWritten> {
  const first = page.rows[0]?.row ?? of.rowsRead + 1;
  const stands = await lockRun(em, of);
  if (stands.state !== 'running' || stands.rowsRead !== first - 1) {
    return { kind: 'elsewhere', ...stands };
  }
  await claimAddresses(em, of, page.rows.flatMap(addressesIn));
  const plan = await planPage(em, of, page.rows, { lock: true });
  await writePlan(em, of, plan);
  await writeOutcomes(em, of, plan, page);
  failpoint('import.writing');
  await advance(em, of, plan.counts, page);
  return { kind: 'written', counts: plan.counts };
}

const addressesIn = (row: ReadRow) => (row.kind === 'contact' ? row.contact.addresses : []);

async function lockRun(em: Db, { id }: ImportRunRow) {
  const found = await firstRow<{ state: ImportState; rowsRead: number }>(
    em,
    sql`select state, rows_read as "rowsRead" from import_run where id = ${id} for no key update`,
  );
  return found ?? { state: 'cancelled' as const, rowsRead: 0 };
}

/** What importing these rows would write. `lock` holds what it looked at until the transaction ends. */
export async function planPage(
  em: Db,
  of: ImportRunRow,
  pageRows: readonly ReadRow[],
  { lock }: { lock: boolean },
): Promise<BatchPlan> {
  const { workspaceId, id: runId } = of;
  const keys = lookupKeys(pageRows);
  const said = pageRows.flatMap((row) =>
    row.kind === 'contact' && row.contact.consent !== 'blank' ? consentAddresses(row.contact) : [],
  );
  return planBatch({
    rows: pageRows,
    rule: of.options.mergeRule,
    contacts: await knownContacts(em, { workspaceId, runId, keys, lock }),
    consents: await knownConsents(em, { workspaceId, keys: [...new Set(said)], lock }),
    idFor: () => uuidv7(),
  });
}

async function writePlan(em: Db, of: ImportRunRow, plan: BatchPlan): Promise<void> {
  const { workspaceId } = of;
  const { contacts } = plan;
  const ids = await writeAddresses(em, of, contacts.flatMap(addressesOf));
  await insertContacts(em, of, contacts);
  await updateContacts(em, of, contacts);
  for (const { id: contactId, absorbs } of contacts) {
    await joinContacts(em, { workspaceId, contactId, absorbs });
  }
  await linkAddresses(em, of, contacts, ids);
  const { id: importRunId, blobSha256, fileName, options } = of;
  const statement = { workspaceId, importRunId, blobSha256, fileName, basis: options.consentBasis };
  await writeConsents(em, statement, plan.consents);
}

const addressesOf = (plan: ContactPlan) => [...plan.addAddresses, ...plan.updateAddresses];

async function writeOutcomes(
  em: Db,
  of: ImportRunRow,
  { outcomes }: BatchPlan,
  { rejectedCells }: ImportPage,
): Promise<void> {
  const kept = outcomes.map((outcome) => ({
    number: outcome.row,
    outcome: outcome.kind,
    reason: outcome.kind === 'rejected' ? outcome.reason : null,
    contact_id: outcome.kind === 'rejected' ? null : outcome.contactId,
    raw: outcome.kind === 'rejected' ? JSON.stringify(rejectedCells.get(outcome.row) ?? []) : null,
  }));
  await run(
    em,
    sql`insert into import_row (workspace_id, import_run_id, number, outcome, reason, contact_id, raw)
    select ${of.workspaceId}, ${of.id}, r.number, r.outcome, r.reason, r.contact_id, r.raw
    from jsonb_to_recordset(${jsonb(kept)}) as r(number integer, outcome text, reason text, contact_id uuid, raw text)`,
  );
}

async function advance(
  em: Db,
  { id, workspaceId }: ImportRunRow,
  counts: ImportCounts,
  page: ImportPage,
): Promise<void> {
  await run(
    em,
    sql`update import_run set rows_read = rows_read + ${page.rows.length}, bytes_read = ${page.bytesRead},
      rows_per_second = ${page.rowsPerSecond}, created = created + ${counts.created}, merged = merged + ${counts.merged},
      unchanged = unchanged + ${counts.unchanged}, rejected = rejected + ${counts.rejected},
      suppressed = suppressed + ${counts.suppressed}, joined = joined + ${counts.joined}
    where id = ${id}`,
  );
  await tellUi(em, { workspaceId, topic: 'import', refId: id, kind: 'progress' });
}
