import { workflowIds } from '#domain/names.ts';
import { firstRow, sql } from '#db/sql.ts';
import { openFirm } from './firm.ts';
import { connectClient } from './memberships/engine.ts';
import { prepareCampaign, runCampaign } from './memberships/product.ts';
import type { Shape } from './memberships/shapes.ts';
import { openOffice } from './office.ts';
import type { Figure } from './table.ts';

const drip: Shape = { name: 'drip', messages: 3, waitMs: 1500, people: 1 };
const mostEvents = 33;
const mostTasks = 6;

/** What one drip of three messages and two waits writes into its history, from a run through the sandbox. */
export async function measureDrip(): Promise<Figure[]> {
  const office = await openOffice(['sandbox', 'workflow-worker', 'worker', 'relay', 'web']);
  try {
    const firm = await openFirm(office);
    const client = await connectClient(office.temporalAddress);
    const campaignId = await prepareCampaign(firm, drip);
    await runCampaign(client, firm, { campaignId, shape: drip, callbacks: true });
    const walk = await firstRow<{ id: string }>(
      office.database.fork(),
      sql`select id from membership where campaign_id = ${campaignId} and ending = 'finished'`,
    );
    if (!walk) throw new Error('The drip has not finished.');
    const { events } = await client.workflow
      .getHandle(workflowIds.membership(walk.id))
      .fetchHistory();
    await client.connection.close();
    const all = events?.length ?? 0;
    const tasks = events?.filter((event) => event.workflowTaskCompletedEventAttributes).length ?? 0;
    return [
      limited('drip of 3 messages, 2 waits: events', all, mostEvents),
      limited('drip of 3 messages, 2 waits: workflow tasks', tasks, mostTasks),
    ];
  } finally {
    await office.close();
  }
}

const limited = (what: string, found: number, most: number): Figure => ({
  what,
  figure: String(found),
  goal: `<= ${most}`,
  met: found <= most,
});
