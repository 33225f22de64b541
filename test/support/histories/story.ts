import { attributesOf, shortType, type History, type HistoryEvent } from './history.ts';

interface Attributes {
  activityType?: { name: string };
  scheduledEventId?: string;
  attempt?: number;
  continuedExecutionRunId?: string;
  input?: { payloads?: unknown[] };
  markerName?: string;
  result?: { payloads?: unknown[] };
  signalName?: string;
}

/**
 * What happened in a history, in words and in order: `sendStep`, `sendStep: held`, `timer`, `timer fired`,
 * `woken`, `ended: replied`, `clock moved`, `child`, `child over`, `over: replied`. Workflow tasks are left out, but
 * for one that nobody answered: `task lost`.
 */
export function storyOf({ events }: History): string[] {
  const activities = new Map<string, string>();
  return events.flatMap((event) => {
    const attributes = attributesOf(event) as Attributes;
    if (attributes.activityType) activities.set(event.eventId, attributes.activityType.name);
    const activity = activities.get(attributes.scheduledEventId ?? event.eventId) ?? '';
    return wordsFor(event, attributes, activity);
  });
}

function wordsFor(event: HistoryEvent, said: Attributes, activity: string): string[] {
  switch (shortType(event)) {
    case 'WorkflowExecutionStarted':
      return [said.continuedExecutionRunId ? 'continued' : 'started'];
    case 'ActivityTaskScheduled':
      return [activity];
    case 'ActivityTaskStarted':
      return (said.attempt ?? 1) > 1 ? [`${activity} again`] : [];
    case 'ActivityTaskCompleted':
      return [`${activity}: ${gist(said.result)}`];
    case 'TimerStarted':
      return ['timer'];
    case 'TimerFired':
      return ['timer fired'];
    case 'TimerCanceled':
      return ['timer cancelled'];
    case 'MarkerRecorded':
      return ['patch'];
    case 'WorkflowTaskTimedOut':
      return ['task lost'];
    case 'WorkflowExecutionSignaled':
      return [
        said.input?.payloads ? `${said.signalName}: ${gist(said.input)}` : `${said.signalName}`,
      ];
    case 'WorkflowExecutionTimeSkippingTransitioned':
      return ['clock moved'];
    case 'StartChildWorkflowExecutionInitiated':
      return ['child'];
    case 'ChildWorkflowExecutionCompleted':
      return ['child over'];
    case 'WorkflowExecutionCompleted':
      return [`over: ${gist(said.result)}`];
    case 'WorkflowExecutionContinuedAsNew':
      return ['continued as new'];
    default:
      return [];
  }
}

/** The one word of a value that tells it from others of its kind. */
function gist(value: { payloads?: unknown[] } | undefined): string {
  const first = value?.payloads?.[0];
  if (typeof first !== 'object' || first === null) return String(first);
  const { kind, why, ending, state, onward } = first as Record<string, unknown>;
  return [kind, why ?? ending ?? state ?? (onward as { kind?: string } | undefined)?.kind]
    .filter((word) => typeof word === 'string')
    .join(' ');
}

/** Whether the words come in this order, whatever lies between. */
export function tells(story: readonly string[], words: readonly string[]): boolean {
  let found = 0;
  for (const one of story) if (one === words[found]) found += 1;
  return found === words.length;
}
