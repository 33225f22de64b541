import { Client, Connection } from '@temporalio/client';
import type { NamedHistory } from '#test/support/histories/play.ts';
import { historyOf } from '#test/support/histories/record.ts';
import type { Product } from '#test/support/product.ts';

/** The history of everything that ran on the engine of a run, by the workflow's id. */
export async function historiesOf({ temporalAddress }: Product): Promise<NamedHistory[]> {
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const histories: NamedHistory[] = [];
  try {
    for await (const { workflowId, runId } of client.workflow.list()) {
      histories.push({
        name: workflowId,
        history: await historyOf(client, workflowId, runId),
      });
    }
    return histories;
  } finally {
    await connection.close();
  }
}
