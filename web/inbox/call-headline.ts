import { phoneText } from '#domain/contacts/phone-text.ts';
import { callOutcome, type CallRecord } from '#domain/history/call-record.ts';
import type { IconName } from '../kit/icons.ts';
import type { SeatedUi } from '../ui.ts';
import { clock, firstWord } from './words.ts';

interface Told {
  call: CallRecord;
  direction: 'in' | 'out' | null;
  /** Name of the person of the firm, where it is known. */
  person: string | null;
}

/** What became of a call, in words, and its drawing. */
export function callHeadline(ui: SeatedUi, told: Told): { text: string; icon: IconName } {
  const t = ui.t.inbox.calls;
  const { call } = told;
  const direction = told.direction ?? 'in';
  const outcome = callOutcome(call, direction);
  switch (outcome) {
    case 'answered':
      return { icon: 'call', text: answered(ui, told) };
    case 'voicemail':
      return { icon: 'voicemail', text: t.voicemail(lengthOf(call.voicemail?.durationS)) };
    case 'forwarded':
      return {
        icon: 'call',
        text: t.forwarded(call.forwardedTo && phoneText(call.forwardedTo)),
      };
    case 'hung-up':
      return { icon: 'failed', text: direction === 'in' ? t['hung-up'] : t['rung-off'] };
    case 'ringing':
    case 'talking':
      return { icon: 'live', text: t[outcome] };
    case 'missed':
    case 'no-answer':
    case 'busy':
    case 'not-connected':
      return { icon: 'failed', text: t[outcome] };
    case 'unknown':
      return { icon: 'unknown', text: t.unknown };
  }
}

function answered(ui: SeatedUi, { call, direction, person }: Told): string {
  const t = ui.t.inbox.calls;
  const ms = call.durationS === null ? null : call.durationS * 1000;
  if (direction === 'out') return t.reached(ms);
  const by = call.answeredBy ?? person;
  return t.answered(by && firstWord(by), ms);
}

/** As a player shows it; null where nobody told. */
export const lengthOf = (seconds: number | null | undefined): string | null =>
  seconds === null || seconds === undefined ? null : clock(seconds);
