import type { Faults } from '../../faults/faults.ts';
import type { Store } from '../../store.ts';
import type { Timers } from '../../timers.ts';
import type { CallRecord, LiveCall } from '../records.ts';
import { recordChange } from '../record-change.ts';
import type { EventType } from '../webhooks/event.ts';
import type { Events } from '../webhooks/events.ts';
import type { Workspace } from '../workspace.ts';
import { afterStep, eventsOf } from './call-steps.ts';

/** Calls that somebody plays: they ring, end, and what follows them follows, step by step. */
export interface Calls {
  begin: (workspace: Workspace, played: LiveCall) => Promise<void>;
  /** After a restart: calls that had still to go on. */
  goOn: (workspace: Workspace) => void;
}

export function createCalls(parts: {
  readonly store: Store;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly events: Events;
  /** From one step to the next. */
  readonly stepMs: number;
}): Calls {
  const { store, faults, timers, events, stepMs } = parts;
  const held = new Map<string, EventType[]>();

  function tell(workspace: Workspace, call: CallRecord, types: readonly EventType[]): void {
    const late = held.get(call.id);
    if (late) late.push(...types);
    else for (const type of types) void events.tell(workspace, type, call.id);
  }

  async function tellBackwards(workspace: Workspace, id: string): Promise<void> {
    const types = held.get(id) ?? [];
    held.delete(id);
    for (const type of types.toReversed()) await events.tell(workspace, type, id);
  }

  function schedule(workspace: Workspace, id: string): void {
    timers.after(stepMs, () => void proceed(workspace, id));
  }

  async function proceed(workspace: Workspace, id: string): Promise<void> {
    const played = workspace.live.calls.get(id)!;
    const [step, ...next] = played.next;
    if (!step) return tellBackwards(workspace, id);
    const call = afterStep(played, step, Date.now());
    const recorded = recordChange(store, workspace, {
      kind: 'call',
      played: { ...played, call, next },
    });
    tell(workspace, call, eventsOf(step, call));
    await recorded;
    schedule(workspace, id);
  }

  return {
    async begin(workspace, played) {
      const recorded = recordChange(store, workspace, { kind: 'call', played });
      if (faults.strikes('reorderCallbacks')) held.set(played.call.id, []);
      tell(workspace, played.call, ['call.ringing']);
      await recorded;
      schedule(workspace, played.call.id);
    },
    goOn(workspace) {
      for (const { call, next } of workspace.live.calls.values()) {
        if (next.length > 0) schedule(workspace, call.id);
      }
    },
  };
}
