import type { Format } from '../format.ts';

export const sends = (f: Format) => ({
  title: 'Unconfirmed sends',
  why: 'The provider was asked to send these and did not answer, and it keeps no list in which they could be found. Nothing is sent again by itself: only you know, or can ask.',
  none: 'Nothing waits for a decision',
  noneWhy: 'When a provider does not answer and no proof can be found, the message stands here.',
  table: 'Messages to decide',
  to: 'To',
  text: 'Text',
  arrived: 'It arrived',
  lost: 'It did not; send it again',
  chooseFirst: 'Tick the messages that you decide about.',
  decided: (n: number) => `${f.count(n, { one: 'message', other: 'messages' })} decided.`,
  more: (n: number) => `The oldest ${f.number(n)} are shown; the rest follows.`,
  readOnly: 'Your seat does not decide about messages.',
});
