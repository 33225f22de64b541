import type { FaultSettings } from '../faults/settings.ts';

type Share = {
  [K in keyof FaultSettings]: FaultSettings[K] extends number ? K : never;
}[keyof FaultSettings];

/** One switch of the panel: how it reads the settings and what it makes of them. */
export type FaultSwitch = {
  readonly key: keyof FaultSettings;
  readonly title: string;
  readonly hint: string;
  readonly amount?: { readonly unit: string; readonly usual: number; readonly most: number };
  readonly choices?: readonly (readonly [value: string, words: string])[];
  /** The amount and the choice in force, or undefined while the fault is off. */
  readonly read: (settings: FaultSettings) => { amount?: number; choice?: string } | undefined;
  readonly write: (amount: number, choice: string) => Partial<FaultSettings>;
};

export const FAULT_SWITCHES: readonly FaultSwitch[] = [
  {
    key: 'down',
    title: 'The provider is down',
    hint: 'No call is taken',
    choices: [
      ['cut', 'connections are cut'],
      ['503', 'answers 503'],
    ],
    read: ({ down }) => (down ? { choice: down } : undefined),
    write: (_, choice) => ({ down: choice === '503' ? '503' : 'cut' }),
  },
  {
    key: 'tooMany',
    title: 'Refuse in a burst',
    hint: '429 for the next calls, then it ends by itself',
    amount: { unit: 'calls', usual: 20, most: 100_000 },
    read: ({ tooMany }) => readBurst(tooMany),
    write: (amount) => ({ tooMany: { requests: Math.max(1, Math.round(amount)) } }),
  },
  share('serverErrors', 'Answer with errors', '500 without taking the message', 10),
  share(
    'withhold',
    'Accept, then say nothing',
    'The message is taken; the answer never comes',
    100,
  ),
  share('cutBefore', 'Cut the connection before the body', 'The message is not taken', 100),
  share('cutAfter', 'Cut the connection after the body', 'The message is taken', 100),
  {
    key: 'lateAnswers',
    title: 'Answer after the callbacks',
    hint: 'The message is taken; its states overtake the answer',
    amount: { unit: '%', usual: 20, most: 100 },
    choices: [
      ['2000', 'after 2 s'],
      ['5000', 'after 5 s'],
      ['9000', 'after 9 s'],
    ],
    read: ({ lateAnswers }) =>
      lateAnswers
        ? { amount: percent(lateAnswers.share), choice: String(lateAnswers.ms) }
        : undefined,
    write: (amount, choice) => ({
      lateAnswers: { share: amount / 100, ms: Number(choice) || 2000 },
    }),
  },
  scaled('latencyMs', 'Answer slowly', 'Before every call', {
    unit: 'ms',
    usual: 800,
    factor: 1,
    most: 60_000,
  }),
  share('duplicateCallbacks', 'Send callbacks twice', 'Also those for messages from phones', 100),
  share('reorderCallbacks', 'Callbacks in the wrong order', 'The last state comes first', 100),
  share('badSignatures', 'Sign with another key', 'Webhooks of Quo', 100),
  share('emptyParticipants', 'Name nobody', 'Webhooks of Quo about calls', 100),
  share('loseCallbacks', 'Lose callbacks', 'States that are never told', 10),
  share('loseTexts', 'Lose texts from phones', 'Only the list knows them', 10),
  scaled('callbackDelayMs', 'Late callbacks', 'Each one waits', {
    unit: 's',
    usual: 5,
    factor: 1000,
    most: 600,
  }),
  scaled('listDelaySeconds', 'Slow lists', 'New messages appear late', {
    unit: 's',
    usual: 45,
    factor: 1,
    most: 3600,
  }),
  {
    key: 'undelivered',
    title: 'Messages do not arrive',
    hint: 'They end as undelivered with this code',
    amount: { unit: '%', usual: 10, most: 100 },
    choices: [
      ['30003', '30003 phone off'],
      ['30005', '30005 unknown number'],
      ['30006', '30006 landline'],
      ['30007', '30007 filtered'],
      ['30008', '30008 unknown'],
    ],
    read: ({ undelivered }) =>
      undelivered
        ? { amount: percent(undelivered.share), choice: String(undelivered.errorCode) }
        : undefined,
    write: (amount, choice) => ({
      undelivered: { share: amount / 100, errorCode: Number(choice) || 30003 },
    }),
  },
];

function share(key: Share, title: string, hint: string, usual: number): FaultSwitch {
  return {
    key,
    title,
    hint,
    amount: { unit: '%', usual, most: 100 },
    read: (settings) => (settings[key] > 0 ? { amount: percent(settings[key]) } : undefined),
    write: (amount) => ({ [key]: amount / 100 }),
  };
}

function scaled(
  key: Share,
  title: string,
  hint: string,
  { unit, usual, factor, most }: { unit: string; usual: number; factor: number; most: number },
): FaultSwitch {
  return {
    key,
    title,
    hint,
    amount: { unit, usual, most },
    read: (settings) => (settings[key] > 0 ? { amount: settings[key] / factor } : undefined),
    write: (amount) => ({ [key]: Math.round(amount * factor) }),
  };
}

function readBurst(tooMany: FaultSettings['tooMany']): { amount: number } | undefined {
  if (!tooMany) return undefined;
  return { amount: 'requests' in tooMany ? tooMany.requests : 20 };
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
