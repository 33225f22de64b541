import { isGrpcServiceError, type Client } from '@temporalio/client';
import type { Forwarded } from '#server/engine.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';

/** Results of a poll, as the API numbers them. */
const REACHED = 2;
const FAILED = 3;
/** gRPC: no such workflow. */
const NOT_FOUND = 5;
/** gRPC: no answer in time. */
const DEADLINE_EXCEEDED = 4;

const SETTLE_MS = 500;
/** One that does not get there in this time is in the middle of something, and is asked again later. */
const FORWARD_MS = 2000;
const DEADLINE_MS = 6000;

/**
 * Brings a workflow's own clock to an instant (epoch ms) and lets it run on from there in real time.
 * Timers and activities on the way run. A clock that is there already is left alone, so that
 * repeating it does nothing. Time skipping is experimental, hence this one adapter (decision 006).
 * @returns `busy` where it is in the middle of something and did not get there yet
 */
export async function forwardTo(
  client: Client,
  workflowId: string,
  instant: number,
): Promise<Forwarded> {
  const engine = engineCalls(client, workflowId);
  try {
    const now = await settled(engine);
    const ms = Math.round(instant - now);
    if (ms <= 0) return 'forwarded';
    const fastForwardId = uuidv7();
    await engine.skip(fastForwardId, ms);
    return await reached(engine, fastForwardId);
  } catch (error) {
    if (isGrpcServiceError(error) && (error.code as number) === NOT_FOUND) return 'not-found';
    throw error;
  }
}

type EngineCalls = ReturnType<typeof engineCalls>;

/** Waits until nothing is being worked on, a while at most: an activity may be waiting for its retry. */
async function settled(engine: EngineCalls): Promise<number> {
  const patience = Date.now() + SETTLE_MS;
  for (;;) {
    const { busy, now } = await engine.describe();
    if (!busy || Date.now() > patience) return now;
    await sleep(10);
  }
}

async function reached(engine: EngineCalls, fastForwardId: string): Promise<Forwarded> {
  const patience = Date.now() + FORWARD_MS;
  while (Date.now() < patience) {
    const result = await engine.poll(fastForwardId, patience).catch(stillWaiting);
    if (result === REACHED) return 'forwarded';
    if (result === FAILED) return 'not-found';
  }
  return 'busy';
}

/** The engine answers a poll when there is news, and not before its deadline where there is none. */
function stillWaiting(error: unknown): 0 {
  if (isGrpcServiceError(error) && (error.code as number) === DEADLINE_EXCEEDED) return 0;
  throw error;
}

function engineCalls(client: Client, workflowId: string) {
  const { workflowService } = client.connection;
  const { namespace } = client.options;
  const workflowExecution = { workflowId };
  const inTime = <T>(work: () => Promise<T>, until = Date.now() + DEADLINE_MS) =>
    client.withDeadline(until, work);

  return { describe, skip, poll };

  async function describe(): Promise<{ busy: boolean; now: number }> {
    const found = await inTime(() =>
      workflowService.describeWorkflowExecution({ namespace, execution: workflowExecution }),
    );
    const { pendingActivities, pendingChildren, pendingWorkflowTask } = found;
    const skipped = found.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    return {
      busy: Boolean(pendingActivities?.length || pendingChildren?.length || pendingWorkflowTask),
      now: skipped ? millis(skipped) : Date.now(),
    };
  }

  async function skip(id: string, ms: number): Promise<void> {
    const duration = { seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1e6 };
    await inTime(() =>
      workflowService.updateWorkflowExecutionOptions({
        namespace,
        workflowExecution,
        workflowExecutionOptions: {
          timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } },
        },
        updateMask: { paths: ['time_skipping_config'] },
      } as never),
    );
  }

  async function poll(fastForwardId: string, until: number): Promise<number> {
    const asked = { namespace, workflowExecution, fastForwardId };
    const answer = await inTime(
      () => workflowService.pollWorkflowExecutionTimeSkipping(asked),
      until,
    );
    return answer.fastForwardPollingResult ?? 0;
  }
}

/** The wire's long numbers are objects that print exactly. */
const millis = (at: { seconds?: { toString: () => string } | null; nanos?: number | null }) =>
  Number(at.seconds?.toString() ?? 0) * 1000 + Math.round((at.nanos ?? 0) / 1e6);
