import type { HistoryState } from '../history/run.ts';

/** How the news of one provider account reach us. Times are on the clock of the workspace. */
export interface AccountHealth {
  accountId: string;
  name: string;
  provider: 'twilio' | 'openphone';
  accountState: 'active' | 'paused' | 'refused';
  connectedAt: Date;
  lastEventAt: Date | null;
  /** From the webhook's arrival to its place in the inbox, of the last hundred; null where none came. */
  lag: { medianMs: number; slowestMs: number } | null;
  /** Webhooks that are due and not applied, and how long the oldest has been so. */
  waiting: number;
  waitingSeconds: number;
  /** Of the last seven days: whose signature did not fit, and the latest of them. */
  badSignatures: number;
  badSignatureAt: Date | null;
  /** All that lies in the quarantine, with those that had no signature at all. */
  quarantined: number;
  deadLetters: number;
  /** When the provider was last asked whether something is missing; null where nobody asks. */
  watchedAt: Date | null;
  /** Texts that were found by asking in the last day, whose webhooks never came; only of Twilio. */
  foundTexts: number;
  foundAt: Date | null;
  /** The last gap that was found. */
  gap: Repair | null;
  /** The last comparison by night. */
  night: Repair | null;
}

/** A walk that brought in what no webhook had told. */
export interface Repair {
  importId: string;
  state: HistoryState;
  /** From here on it looked. */
  since: Date | null;
  startedAt: Date;
  finishedAt: Date | null;
  /** Messages and calls that were not here: drift. */
  written: number;
  /** What was here and the API tells more of than its webhook: who took a call, whom a group is. */
  changed: number;
}

export type SyncState = 'well' | 'late' | 'trouble';

/** Why it is not well, the gravest first. */
export type SyncReason =
  | 'account-refused'
  | 'signatures'
  | 'dead-letters'
  | 'gap-open'
  | 'waiting'
  | 'quarantine'
  | 'watch-silent'
  | 'texts-found'
  | 'drift';

export interface SyncVerdict {
  state: SyncState;
  reasons: readonly SyncReason[];
}

const WAITING_SECONDS = 60;
const WATCH_SILENT_MS = 15 * 60_000;
const DRIFT_KEPT_MS = 24 * 3_600_000;

const troubles: readonly SyncReason[] = ['account-refused', 'signatures', 'dead-letters'];

/**
 * Whether what the provider knows is what we know: `late` mends itself or is mended, `trouble` needs a person.
 * @param now on the clock of the workspace
 */
export function accountSync(account: AccountHealth, now: Date): SyncVerdict {
  const reasons = reasonsOf(account, now);
  if (reasons.length === 0) return { state: 'well', reasons };
  return { state: reasons.some((one) => troubles.includes(one)) ? 'trouble' : 'late', reasons };
}

/** Of all accounts the one that is worst. */
export function syncState(accounts: readonly AccountHealth[], now: Date): SyncState {
  const states = accounts.map((account) => accountSync(account, now).state);
  if (states.includes('trouble')) return 'trouble';
  return states.includes('late') ? 'late' : 'well';
}

function reasonsOf(account: AccountHealth, now: Date): SyncReason[] {
  const { badSignatureAt, lastEventAt, gap, night } = account;
  const unsigned =
    badSignatureAt !== null && (lastEventAt === null || badSignatureAt > lastEventAt);
  const reasons: [SyncReason, boolean][] = [
    ['account-refused', account.accountState === 'refused'],
    ['signatures', unsigned],
    ['dead-letters', account.deadLetters > 0],
    ['gap-open', gap !== null && isUnderWay(gap)],
    ['waiting', account.waitingSeconds > WAITING_SECONDS],
    ['quarantine', !unsigned && account.badSignatures > 0],
    ['watch-silent', isSilent(account, now)],
    ['texts-found', account.foundTexts > 0],
    [
      'drift',
      night !== null &&
        night.written > 0 &&
        now.getTime() - night.startedAt.getTime() < DRIFT_KEPT_MS,
    ],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

const isUnderWay = ({ state }: Repair): boolean => state !== 'complete' && state !== 'cancelled';

/** Only accounts in use are watched. */
function isSilent({ accountState, watchedAt, connectedAt }: AccountHealth, now: Date) {
  if (accountState !== 'active') return false;
  return now.getTime() - (watchedAt ?? connectedAt).getTime() > WATCH_SILENT_MS;
}
