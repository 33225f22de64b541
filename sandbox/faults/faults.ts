import { createDice } from './dice.ts';
import { type FaultSettings, noFaults } from './settings.ts';

type Shares = {
  [
    K in keyof FaultSettings as K extends
      | 'seed'
      | 'latencyMs'
      | 'callbackDelayMs'
      | 'callbackDelayShare'
      | 'listDelaySeconds'
      ? never
      : FaultSettings[K] extends number
        ? K
        : never
  ]: number;
};

/** The faults in force. They are not journaled: a restarted sandbox behaves. */
export interface Faults {
  readonly settings: FaultSettings;
  /** Grows with every change of the settings, also when a burst runs out. */
  readonly version: number;
  replace: (settings: FaultSettings) => void;
  /** How often each fault given as a share has struck, since the start. */
  readonly struck: Readonly<Record<string, number>>;
  /** Whether a fault given as a share strikes this time. */
  strikes: (fault: keyof Shares) => boolean;
  /** How long the answer to this create stays back, in milliseconds. */
  answerDelay: () => number;
  /** How long this webhook waits, in milliseconds. */
  callbackDelay: () => number;
  /** Whether this call falls into a burst of 429s. */
  tooMany: () => boolean;
  /** The error code with which this message ends, or undefined when it is delivered. */
  undelivered: () => number | undefined;
}

export function createFaults(now: () => number = Date.now): Faults {
  const state = { settings: noFaults, version: 0, burstEndsAt: 0, dice: createDice(noFaults.seed) };
  const struck: Record<string, number> = {};

  function replace(settings: FaultSettings): void {
    state.settings = settings;
    state.version += 1;
    state.dice = createDice(settings.seed);
    const burst = settings.tooMany;
    state.burstEndsAt = burst && 'seconds' in burst ? now() + burst.seconds * 1000 : 0;
  }

  function setBurst(tooMany: FaultSettings['tooMany']): void {
    state.settings = { ...state.settings, tooMany };
    state.version += 1;
  }

  function tooMany(): boolean {
    const burst = state.settings.tooMany;
    if (!burst) return false;
    if ('share' in burst) return state.dice('tooMany') < burst.share;
    if ('requests' in burst) {
      setBurst(burst.requests > 1 ? { requests: burst.requests - 1 } : null);
      return true;
    }
    if (now() < state.burstEndsAt) return true;
    setBurst(null);
    return false;
  }

  function hits(kind: string, share: number): boolean {
    if (share === 0 || state.dice(kind) >= share) return false;
    struck[kind] = (struck[kind] ?? 0) + 1;
    return true;
  }

  return {
    struck,
    get settings() {
      return state.settings;
    },
    get version() {
      return state.version;
    },
    replace,
    strikes: (fault) => hits(fault, state.settings[fault]),
    tooMany,
    answerDelay() {
      const { lateAnswers } = state.settings;
      return lateAnswers && hits('lateAnswers', lateAnswers.share) ? lateAnswers.ms : 0;
    },
    callbackDelay() {
      const { callbackDelayMs, callbackDelayShare } = state.settings;
      return callbackDelayMs > 0 && hits('callbackDelayMs', callbackDelayShare)
        ? callbackDelayMs
        : 0;
    },
    undelivered() {
      const fault = state.settings.undelivered;
      return fault && hits('undelivered', fault.share) ? fault.errorCode : undefined;
    },
  };
}
