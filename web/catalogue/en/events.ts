import type { EventKind } from '#domain/inbox/event-kind.ts';
import type { Format } from '../format.ts';
import { strong } from '../rich.ts';

export const events = (f: Format) => ({
  title: 'Events',
  lede: 'What providers told us and we could not use. Nothing of it is lost: cure the cause, then replay.',
  dead: {
    title: 'Dead letters',
    list: 'Dead letters, the latest first',
    about: 'Signed by the provider, but not understood or never matched to a message.',
    none: 'No dead letters.',
    noneWhy: 'Every signed event has found its place.',
  },
  quarantined: {
    title: 'Quarantine',
    list: 'Quarantined events, the latest first',
    about: 'Their signature does not fit the account. They are never processed as they stand.',
    none: 'The quarantine is empty.',
    noneWhy: 'Every webhook of the last 7 days was signed by its account.',
  },
  shown: (shown: number, total: number) =>
    `The latest ${f.number(shown)} of ${f.number(total)} are shown.`,
  received: 'Received',
  account: 'Account',
  what: 'What it says',
  why: 'Why it lies here',
  actions: 'Orders',
  kinds: {
    message: 'Message',
    status: 'State of a message',
    call: 'Call',
    directory: 'Note of the provider',
  } as Record<EventKind, string>,
  message: (from: string, to: string) => `From ${strong(from)} to ${strong(to)}`,
  status: (state: string, to: string) => `${strong(state)}, to ${strong(to)}`,
  call: (state: string, from: string, to: string) =>
    from || to ? `${strong(state)}, from ${strong(from)} to ${strong(to)}` : strong(state),
  unreadable: 'Not readable.',
  replay: 'Replay',
  replayOf: (when: Date) => `Replay the event of ${f.moment(when)}`,
  replayed: 'Replayed. It is in its place in a moment, or here again with the reason.',
  letIn: 'The signature fits now. It was taken in.',
  stillUnsigned:
    'The signature still does not fit the token of the account. Correct the token first.',
  gone: 'This event is not here any more.',
  reasons: {
    'no-sender': 'It was sent to a number that is not among the senders.',
    'unknown-message': 'No message of ours has this id, also after 15 minutes.',
    'second-message': 'The provider took a second message for one send of ours.',
    'no-message-id': 'It names no message.',
    'other-account': 'It names another account than the address it came to.',
    'from-not-a-number': 'It comes from something that is no telephone number.',
    'to-not-a-number': 'It goes to something that is no telephone number.',
    'unknown-status': 'It tells a state that we do not know.',
    'not-json': 'It is not in the form in which the provider writes.',
    'no-type': 'It does not say what it is about.',
    'unknown-type': 'It is of a kind that we do not know.',
    'no-call-id': 'It names no call.',
    'unknown-number': 'It is about a number that is not known of this account.',
    'unknown-call': 'It belongs to a call that neither we nor the provider know.',
    'no-participants': 'It does not say who called, and the provider did not either.',
    'send-under-way': 'A message of ours to the same person was on its way all the time.',
    signature: 'Its signature is that of another token.',
    stale:
      'It was signed too long ago. Look at the clock of this machine; replayed, it is taken in.',
    'no-signature': 'It carries no signature.',
  } as Record<string, string>,
  failed: (code: string) => `It could not be applied: ${code}.`,
});
