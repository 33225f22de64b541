import { providerAccounts } from '#activities/providers/accounts.ts';
import type { World } from '#activities/world.ts';
import { launchBare } from '#db/seeds/outreach-rows.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import type { SendState } from '#domain/sending/states.ts';
import { startAlderSandbox, type TestSandbox } from './sandbox.ts';
import { appSecret, openWorld, type TestWorld } from './world.ts';

/** A Tuesday, ten in the morning in Portsmouth. */
export const tuesdayTen = new Date('2026-12-01T15:00:00Z');

export interface LedgerRow {
  id: string;
  state: SendState;
  attempt: number;
  providerId: string | null;
  errorCode: string | null;
  heldUntil: Date | null;
  body: string | null;
  senderId: string | null;
  passport: { looks: { rule: string; verdict: string; code: string }[] } | null;
}

export interface SendingWorld extends TestWorld {
  world: World;
  sandbox: TestSandbox;
  /** Moves the clock of Alder & Tide. */
  standAt: (instant: Date) => Promise<void>;
  /** Puts one contact, by first name, on the way at the first step of the firm's sequence. */
  walkOf: (firstName: string, stepId?: string) => Promise<string>;
  sends: () => Promise<LedgerRow[]>;
}

/**
 * Alder & Tide on a working morning, with the provider's double to send through.
 * @param publicUrl where the app is reached; by default nobody hears the callbacks
 */
export async function openSendingWorld(publicUrl = 'http://127.0.0.1:9'): Promise<SendingWorld> {
  const base = await openWorld();
  const sandbox = await startAlderSandbox(publicUrl);
  const { database, alder } = base;
  const { workspaceId, campaignId, versionId } = alder;
  const world: World = {
    database,
    provider: providerAccounts(database, {
      secret: appSecret,
      sandboxUrl: sandbox.url,
      publicUrl,
    }),
    publicUrl,
    blobs: base.blobs,
    secret: appSecret,
    sandboxUrl: sandbox.url,
  };
  await standAt(tuesdayTen);
  return { ...base, world, sandbox, standAt, walkOf, sends, end };

  async function standAt(instant: Date): Promise<void> {
    await database.transaction((em) =>
      run(
        em,
        sql`update workspace set clock_offset_ms = (extract(epoch from ${instant}::timestamptz - clock_timestamp()) * 1000)::bigint
        where id = ${workspaceId}`,
      ),
    );
  }

  async function walkOf(firstName: string, stepId = 'st-first-note'): Promise<string> {
    const contact = alder.contacts.find((one) => one.firstName === firstName);
    if (!contact) throw new Error(`Nobody is called ${firstName}.`);
    const { id: contactId, addressId } = contact;
    const ids = { workspaceId, campaignId, contactId, addressId, versionId, stepId };
    return database.transaction(async (em) => {
      const membershipId = await launchBare(em, ids);
      await run(
        em,
        sql`update membership set due_at = workspace_now(${workspaceId}) where id = ${membershipId}`,
      );
      return membershipId;
    });
  }

  async function sends(): Promise<LedgerRow[]> {
    return rows<LedgerRow>(
      database.fork(),
      sql`select id, state, attempt, provider_id as "providerId", error_code as "errorCode", held_until as "heldUntil",
        body, sender_id as "senderId", passport
      from send where workspace_id = ${workspaceId} and membership_id is not null order by created_at, id`,
    );
  }

  async function end(): Promise<void> {
    await sandbox.close();
    await base.end();
  }
}

/** One row of a table as it stands. @throws where it is gone */
export async function rowOf(world: TestWorld, table: string, id: string) {
  const row = await firstRow<Record<string, unknown>>(
    world.database.fork(),
    sql`select * from ${sql.table(table)} where id = ${id}`,
  );
  if (!row) throw new Error(`There is no ${table} ${id}.`);
  return row;
}
