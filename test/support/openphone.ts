import { v7 } from 'uuid';
import { createAccountActivities } from '#activities/accounts.ts';
import { addOpenPhone } from '#db/senders/openphone-account.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { appSecret } from './world.ts';
import type { SendingWorld } from './sending.ts';

export const apiKey = 'a-key-of-the-workspace';

export interface ConnectedOpenPhone {
  accountId: string;
  /** What the provider calls the first of its numbers, and the number. */
  number: { id: string; value: string };
  /** Looks at the account once more. @returns what was found */
  check: () => Promise<string>;
  /** The other side: `/sandbox/openphone/firm` of the double. */
  control: (path: string, method: string, body?: object) => Promise<Response>;
}

/** Makes a workspace of OpenPhone without a past known to the double. */
export async function storeOpenPhone(sandboxUrl: string, change: object = {}): Promise<void> {
  const account = {
    provider: 'openphone',
    id: 'firm',
    key: apiKey,
    seed: 7,
    size: 0,
    ratePerSecond: 1000,
    settings: { requestsPerSecond: 10_000 },
    ...change,
  };
  const answer = await fetch(`${sandboxUrl}/sandbox/accounts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
  });
  if (!answer.ok) throw new Error(`The sandbox says ${answer.status}: ${await answer.text()}`);
}

/** Connects it to Alder & Tide as a person would, and has it looked at; its numbers alone take new people. */
export async function connectOpenPhone(w: SendingWorld): Promise<ConnectedOpenPhone> {
  await storeOpenPhone(w.sandbox.url);
  const { workspaceId, maren } = w.alder;
  const accountId = v7();
  const order = { workspaceId, userId: maren.id, orderId: accountId };
  const account = { name: 'Quo', apiKey, webhookSecret: null, key: 'quo-1', secret: appSecret };
  await w.database.transaction((em) => addOpenPhone(em, order, account));
  const check = () => createAccountActivities(w.world).checkAccount({ accountId, orderId: v7() });
  await check();
  await w.database.transaction((em) =>
    run(
      em,
      sql`update sender set rotation = provider_account_id = ${accountId} where workspace_id = ${workspaceId}`,
    ),
  );
  const number = await firstRow<{ id: string; value: string }>(
    w.database.fork(),
    sql`select external_id as id, value from provider_number where provider_account_id = ${accountId} order by value limit 1`,
  );
  if (!number) throw new Error('The workspace of OpenPhone has no number.');
  return { accountId, number, check, control };

  function control(path: string, method: string, body?: object): Promise<Response> {
    const content = body && { body: JSON.stringify(body) };
    const headers = { 'Content-Type': 'application/json' };
    return fetch(`${w.sandbox.url}/sandbox/openphone/firm${path}`, { method, headers, ...content });
  }
}
