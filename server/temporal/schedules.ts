import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleSpec,
} from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { taskQueues } from '#domain/names.ts';
import type { ScheduleToKeep } from '../engine.ts';
import { workspaceKey } from './search-attributes.ts';

/** A turn that the engine missed by more than this is left out: the next one looks as far back. */
const CATCH_UP = '10 minutes';

/** Makes a schedule, or brings the one that is there to what is wanted now. */
export async function keepSchedule(client: Client, schedule: ScheduleToKeep): Promise<void> {
  const wanted = wantedOf(schedule);
  try {
    await client.schedule.create({ ...wanted, scheduleId: schedule.id });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(schedule.id).update(({ state }) => ({ ...wanted, state }));
  }
}

export async function dropSchedule(client: Client, id: string): Promise<void> {
  try {
    await client.schedule.getHandle(id).delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}

const wantedOf = ({ id, type, input, workspaceId, when }: ScheduleToKeep) => ({
  spec: specOf(when),
  action: {
    type: 'startWorkflow' as const,
    workflowType: type,
    // The engine adds the instant of the turn.
    workflowId: id,
    args: [input],
    taskQueue: taskQueues.workflows,
    priority: { fairnessKey: workspaceId },
    typedSearchAttributes: new TypedSearchAttributes([{ key: workspaceKey, value: workspaceId }]),
  },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCH_UP } as const,
});

function specOf(when: ScheduleToKeep['when']): ScheduleSpec {
  if ('everyMinutes' in when) return { intervals: [{ every: `${when.everyMinutes} minutes` }] };
  const { hour, minute, zone } = when;
  return { calendars: [{ hour, minute }], timezone: zone };
}
