import type { SendFacts } from './facts.ts';
import { type Judgement, parked, passed } from './judgement.ts';
import { nextSlot, type Slot } from './pace.ts';
import { countSegments, type Segments } from './segments.ts';
import { chooseSender, type SenderChoice } from './sender-choice.ts';
import type { SenderFacts } from './sender.ts';
import type { Clock } from './timing.ts';

export function choiceFor(facts: SendFacts, at: number): SenderChoice {
  const { pool, recipient: addressee, channel, purpose, reservation } = facts;
  return chooseSender(
    { pool, addressee, channel, purpose, reservedId: reservation?.senderId ?? null },
    at,
  );
}

export function slotFor(facts: SendFacts, sender: SenderFacts, at: number): Slot {
  const { purpose, reservation } = facts;
  return nextSlot({ sender, segments: segmentsFor(facts).segments, purpose, reservation }, at);
}

export function segmentsFor({ text, smartEncoding }: SendFacts): Segments {
  return countSegments(text.kind === 'text' ? text.text : '', smartEncoding);
}

/** Which number it is; nothing here where its day is full, for that is a matter of the clock. */
export function senderJudgements(choice: SenderChoice): readonly Judgement[] {
  switch (choice.kind) {
    case 'chosen': {
      const { id: sender, sentToday, dailyCap } = choice.sender;
      return [passed('sender', choice.by, { sender, sent: sentToday, most: dailyCap })];
    }
    case 'resting':
      return [parked('sender', 'sender-paused', 'resume-sender', { sender: choice.sender.id })];
    case 'none':
      return [parked('sender', 'no-sender', 'add-sender')];
    case 'capped':
      return [];
  }
}

export function senderClocks(facts: SendFacts, choice: SenderChoice, at: number): readonly Clock[] {
  if (choice.kind === 'capped') return [midnight(choice.until)];
  return choice.kind === 'chosen' ? [line(slotFor(facts, choice.sender, at))] : [];
}

function midnight(until: number): Clock {
  return {
    rule: 'sender',
    from: (t) => Math.max(t, until),
    passed: 'free',
    held: 'senders-full',
    cure: 'raise-limit',
    values: {},
  };
}

function line({ slotAt }: Slot): Clock {
  return {
    rule: 'pace',
    from: (t) => Math.max(t, slotAt),
    passed: 'line-free',
    held: 'line-busy',
    cure: 'time',
    values: { slotAt },
  };
}
