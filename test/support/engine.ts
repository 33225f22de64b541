import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { searchAttributes, taskQueues } from '#domain/names.ts';
import { temporalAddress } from './temporal.ts';
import { workflowBundle } from './workflow-bundle.ts';

const KEYWORD = 2;

export interface Engine {
  client: Client;
  close: () => Promise<void>;
}

/** Activities by the queue that they are done on. */
export type ActivitiesByQueue = Partial<Record<keyof typeof taskQueues, object>>;

/**
 * Workers for the workflows and the given activities, in a namespace of their own, so that files
 * which run beside each other share nothing. On the server of this run, unless another is named.
 * @param workflows `elsewhere`: the file runs the product's own worker for them
 */
export async function startEngine(
  activities: ActivitiesByQueue,
  address = temporalAddress(),
  workflows: 'here' | 'elsewhere' = 'here',
): Promise<Engine> {
  const namespace = `test-${crypto.randomUUID()}`;
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  const client = new Client({ connection, namespace });
  await untilKnown(client);
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(
      Object.values(searchAttributes).map((name) => [name, KEYWORD]),
    ),
  });
  const native = await NativeConnection.connect({ address });
  const shared = { connection: native, namespace, shutdownGraceTime: '1 second' as const };
  const taskQueue = taskQueues.workflows;
  const ofWorkflows = async () =>
    Worker.create({ ...shared, taskQueue, workflowBundle: await workflowBundle() });
  const workers = await Promise.all([
    ...(workflows === 'here' ? [ofWorkflows()] : []),
    ...Object.entries(activities).map(([queue, implementations]) =>
      Worker.create({
        ...shared,
        taskQueue: taskQueues[queue as keyof typeof taskQueues],
        activities: implementations,
      }),
    ),
  ]);
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    client,
    close: async () => {
      for (const worker of workers) worker.shutdown();
      await running;
      await native.close();
      await connection.close();
    },
  };
}

/** A namespace is known to every part of the server a moment after it was made. */
async function untilKnown(client: Client): Promise<void> {
  for (;;) {
    try {
      await client.workflow.count();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
