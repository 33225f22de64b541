import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { searchAttributes } from '#domain/names.ts';
import { startNodeProcess } from '../../parts/node-process.mjs';
import { freePort } from '../../parts/ports.mjs';
import { noopQueues, type NoopInput } from '../noop/contract.ts';
import { endProcess, type Office } from '../office.ts';
import { rateOf } from './engine.ts';
import type { Shape } from './shapes.ts';

/** As many at once as a campaign starts. */
const atOnce = 25;
const workspaceKey = defineSearchAttributeKey(searchAttributes.workspaceId, 'KEYWORD');
const campaignKey = defineSearchAttributeKey(searchAttributes.campaignId, 'KEYWORD');

/** The workers of the no-op workflow: two processes beside the product's, on queues of their own. */
export async function startNoopWorkers(office: Office): Promise<() => Promise<unknown>> {
  const started: number[] = [];
  await Promise.all(
    ['workflow-worker', 'worker'].map(async (name) => {
      const healthPort = await freePort(0);
      const env = { TEMPORAL_ADDRESS: office.temporalAddress, HEALTH_PORT: `${healthPort}` };
      await startNodeProcess({
        name: `noop-${name}`,
        entry: `bin/bench/noop/${name}.ts`,
        healthPort,
        env,
        onSpawn: (pid: number) => {
          office.pids.set(`noop ${name}`, pid);
          started.push(pid);
        },
      });
    }),
  );
  return () => Promise.all(started.map(endProcess));
}

/** Starts as many no-op workflows of a shape as a measurement takes. @returns how many a second */
export async function runNoops(client: Client, shape: Shape): Promise<number> {
  const run = crypto.randomUUID();
  const ids = Array.from({ length: shape.people }, () => crypto.randomUUID()).values();
  const input: NoopInput = { steps: shape.messages, waitMs: shape.waitMs };
  const typedSearchAttributes = new TypedSearchAttributes([
    { key: workspaceKey, value: run },
    { key: campaignKey, value: run },
  ]);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const id of ids) {
        await client.workflow.start('noop', {
          args: [input],
          workflowId: `noop/${id}`,
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          taskQueue: noopQueues.workflows,
          priority: { fairnessKey: run },
          typedSearchAttributes,
        });
      }
    }),
  );
  const rate = await rateOf(client, `CampaignId = "${run}"`, shape.people);
  await sleep(500);
  return rate;
}
