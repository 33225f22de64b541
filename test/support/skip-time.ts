import type { Client } from '@temporalio/client';

/** Until the workflow only waits: no task, activity or child is on its way. */
export async function settle(client: Client, workflowId: string): Promise<void> {
  for (;;) {
    const { raw } = await client.workflow.getHandle(workflowId).describe();
    const busy =
      raw.pendingWorkflowTask || raw.pendingActivities?.length || raw.pendingChildren?.length;
    if (!busy) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Moves the engine's clock of one workflow forward by exactly so much, running what comes due on the way. */
export async function fastForward(client: Client, workflowId: string, ms: number): Promise<void> {
  await settle(client, workflowId);
  const { namespace } = client.options;
  const fastForwardId = crypto.randomUUID();
  const duration = { seconds: Math.floor(ms / 1000) as never, nanos: (ms % 1000) * 1_000_000 };
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (;;) {
    const poll = await client.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution: { workflowId },
      fastForwardId,
    });
    if (!isLongPollOver(poll.fastForwardPollingResult)) return;
  }
}

/** The enum of the engine's API: 1 says to ask again. */
const isLongPollOver = (result: unknown): boolean => result === 1;
