/** A workflow as the product starts it; ids and names come from domain/names.ts. */
export interface WorkflowToStart {
  type: string;
  id: string;
  input: Record<string, unknown>;
  /** Its share of the queues is that of its workspace. */
  workspaceId: string;
  campaignId?: string;
  /** It may run again once it has ended: a file whose link was renewed. */
  again?: true;
}

/** A workflow that the engine starts again and again. */
export interface ScheduleToKeep extends Omit<WorkflowToStart, 'campaignId'> {
  /** Every so many minutes, or each day at an hour of a zone. */
  when: { everyMinutes: number } | { hour: number; minute: number; zone: string };
}

/** `busy`: it is in the middle of a call and did not get there; ask again. */
export type Forwarded = 'forwarded' | 'not-found' | 'busy';

/** What the server asks of the workflow engine. Everything else it throws is a reason to try again. */
export interface Engine {
  /** Starts a workflow once and for all: an id that has run is started anew only where it says `again`. */
  start: (workflow: WorkflowToStart) => Promise<'started' | 'there-already'>;
  /** Wakes a workflow, and starts it (again) where it does not run. */
  wakeOrStart: (workflow: WorkflowToStart) => Promise<void>;
  /** `not-found` says that no such workflow runs; whether it has ended is for its row to say. */
  signal: (signal: {
    workflowId: string;
    name: string;
    payload?: Record<string, unknown>;
  }) => Promise<'signalled' | 'not-found'>;
  /** Brings the clock that the engine keeps for a workflow to an instant (epoch ms). */
  forwardTo: (workflowId: string, instant: number) => Promise<Forwarded>;
  /** Makes a schedule, or changes the one with this id; while its last run goes on, a turn is left out. */
  keepSchedule: (schedule: ScheduleToKeep) => Promise<void>;
  /** Ends a schedule; one that is not there is no error. */
  dropSchedule: (id: string) => Promise<void>;
  close: () => Promise<void>;
}
