import { Worker } from '@temporalio/worker';
import {
  attributesOf,
  shortType,
  workflowTypeOf,
  type History,
  type HistoryEvent,
} from './history.ts';

export interface NamedHistory {
  name: string;
  history: History;
}

/** A history that does not play, and where. */
export interface Breakage {
  name: string;
  workflowType: string;
  event: { id: number; type: string };
  /** For whoever made the change: what breaks, where, and what to do. */
  sentence: string;
}

/** Plays histories on bundled workflows. @returns those that do not play, in their order */
export async function breakagesOn(
  code: string,
  histories: readonly NamedHistory[],
): Promise<Breakage[]> {
  const played = Worker.runReplayHistories(
    { workflowBundle: { code } },
    histories.map(({ name, history }) => ({ workflowId: name, history: history as never })),
  );
  const breakages: Breakage[] = [];
  for await (const { workflowId, error } of played) {
    const broken = error && histories.find(({ name }) => name === workflowId);
    if (broken) breakages.push(await breakageOf(code, broken, error));
  }
  return breakages;
}

async function breakageOf(
  code: string,
  { name, history }: NamedHistory,
  error: Error,
): Promise<Breakage> {
  const said = saidBy(error);
  const event = history.events[(await brokenAt(code, history, said)) - 1] ?? history.events.at(-1)!;
  const workflowType = workflowTypeOf(history);
  const at = { id: Number(event.eventId), type: shortType(event) };
  const sentence = [
    `This change breaks the workflow ${workflowType} at event ${at.id}, ${at.type}, of the history ${name}:`,
    `there the execution ${deedOf(event)}, and today's code ${todayOf(said)}.`,
    `Executions that are on their way would stand still at that place.`,
    `Put the change behind patched('what-changed'), keep the old branch, and record a history of the new shape:`,
    `ARCHITECTURE.md, "How a workflow changes safely".`,
  ].join(' ');
  return { name, workflowType, event: at, sentence };
}

/** Temporal's own words, without the wrapping. */
function saidBy({ message }: Error): string {
  const [, told] = /message: "((?:[^"\\]|\\.)*)"/.exec(message) ?? [];
  return (told ?? message).replace('[TMPRL1100] Nondeterminism error: ', '').split('\\n')[0] ?? '';
}

/** Temporal mostly names the event. Where it does not, it is the last of the shortest history that does not play. */
async function brokenAt(code: string, { events }: History, said: string): Promise<number> {
  const [, named] = /HistoryEvent\(id: (\d+)/.exec(said) ?? [];
  if (named) return Number(named);
  let plays = 2; // a shorter one holds no task that could be played
  let breaks = events.length;
  while (breaks - plays > 1) {
    const middle = Math.floor((plays + breaks) / 2);
    const part = { events: events.slice(0, middle) };
    const isWhole = await Worker.runReplayHistory({ workflowBundle: { code } }, part).then(
      () => true,
      () => false,
    );
    if (isWhole) plays = middle;
    else breaks = middle;
  }
  return breaks;
}

/** What the event says that the execution did. */
function deedOf(event: HistoryEvent): string {
  const { activityType } = attributesOf(event) as { activityType?: { name: string } };
  if (activityType) return `asked for the activity ${activityType.name}`;
  return deeds[shortType(event)] ?? 'went on';
}

const deeds: Partial<Record<string, string>> = {
  TimerStarted: 'began to wait',
  TimerCanceled: 'stopped waiting',
  MarkerRecorded: 'passed a patch',
  WorkflowExecutionCompleted: 'was over',
  WorkflowExecutionFailed: 'failed',
  WorkflowExecutionContinuedAsNew: 'continued as new',
};

/** What the code does instead, in plain words where they are known. */
function todayOf(said: string): string {
  const [, wanted] = /does not match activity type of activity command '(\w+)'/.exec(said) ?? [];
  if (wanted) return `asks for the activity ${wanted}`;
  const [, machine] = /^(.+) machine does not handle this event/.exec(said) ?? [];
  if (machine) return machines[machine] ?? `does something else (${machine})`;
  if (said.includes('patch marker encountered')) return 'knows no such patch';
  if (said.startsWith('No command scheduled')) return 'does nothing';
  return `fails: ${said}`;
}

const machines: Partial<Record<string, string>> = {
  Activity: 'asks for an activity',
  Timer: 'begins to wait',
  Patch: 'passes a patch',
  'Complete workflow': 'is over',
  'Fail workflow': 'fails',
  'Continue as new workflow': 'continues as new',
};
