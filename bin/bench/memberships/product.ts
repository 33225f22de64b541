import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { rows, run, sql } from '#db/sql.ts';
import { addCrowd, addDraft, launch, setCallbacks, type BenchFirm } from '../firm.ts';
import { rateOf } from './engine.ts';
import { blocksOf, type Shape } from './shapes.ts';

const patienceMs = 120_000;

/** A campaign that nobody has launched yet, with its people. */
export async function prepareCampaign(firm: BenchFirm, shape: Shape): Promise<string> {
  const tag = `crowd-${crypto.randomUUID()}`;
  const { database } = firm.office;
  const campaignId = await database.transaction(async (em) => {
    await addCrowd(em, firm, { tag, people: shape.people });
    return addDraft(em, firm, { tag, blocks: blocksOf(shape) });
  });
  // As the server does by itself soon after: a round that begins before would measure plans for empty tables.
  await run(database.fork(), sql`analyze`);
  return campaignId;
}

/** Launches it and waits until every membership has ended, and every callback told. @returns how many a second */
export async function runCampaign(
  client: Client,
  firm: BenchFirm,
  { campaignId, shape, callbacks }: { campaignId: string; shape: Shape; callbacks: boolean },
): Promise<number> {
  await setCallbacks(firm.office, callbacks);
  await launch(firm, campaignId);
  const query = `WorkflowType = "membership" AND CampaignId = "${campaignId}"`;
  const rate = await rateOf(client, query, shape.people);
  await untilTold(firm, campaignId, { callbacks, messages: shape.people * shape.messages });
  await sleep(500);
  return rate;
}

/** What the ledger says is the proof: a membership that ended without its messages is no figure. */
async function untilTold(
  { office, workspaceId }: BenchFirm,
  campaignId: string,
  { callbacks, messages }: { callbacks: boolean; messages: number },
): Promise<void> {
  const wanted = callbacks ? 'delivered' : 'accepted';
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const states = await rows<{ state: string; code: string | null; count: number }>(
      office.database.fork(),
      sql`select state, error_code as code, count(*) as count from send
        where workspace_id = ${workspaceId} and campaign_id = ${campaignId} group by 1, 2`,
    );
    if (states.every(({ state }) => state === wanted) && sum(states) === messages) return;
    if (Date.now() > deadline) {
      throw new Error(`Not all ${messages} messages are ${wanted}: ${JSON.stringify(states)}`);
    }
    await sleep(250);
  }
}

const sum = (states: readonly { count: number }[]) =>
  states.reduce((all, { count }) => all + count, 0);
