import type { Format } from '../format.ts';
import { orders } from './history/orders.ts';
import { problems } from './history/problems.ts';
import { proof } from './history/proof.ts';
import { run } from './history/run.ts';

/** The telephone's past: imports of history, their proof, their pages. */
export const history = (f: Format) => ({
  title: 'Telephone history',
  lede: 'What was said before: texts and calls that lie at OpenPhone (Quo), read into the inbox and compared with it.',
  tabs: {
    label: 'Kinds of imports',
    lists: 'Contact lists',
    history: 'Telephone history',
    upkeep: 'Catching up',
  },
  add: 'Import history',
  none: {
    title: 'No history has been imported',
    why: 'An import reads every conversation of an account into the inbox, with texts, calls, recordings, voicemails and transcripts; at 5 requests a second, 2,000 conversations and 4,000 calls take between one and two hours. Pictures of the past stay behind, because OpenPhone’s lists do not name them: only what is sent from now on brings its pictures.',
  },
  noAccount: {
    title: 'No OpenPhone account is connected',
    why: 'With its API key, years of texts and calls can be read into the inbox, and what happens from then on comes by itself.',
    act: 'Connect an account',
    ask: 'An owner or an admin can connect one under Senders.',
  },
  noUpkeep: {
    title: 'Nothing had to be caught up yet',
    why: 'Each night the last days are compared, and a gap in what OpenPhone tells is read again. What that found stands here.',
  },
  table: {
    label: 'Imports of history',
    account: 'Account',
    what: 'What',
    state: 'State',
    conversations: 'Conversations',
    messages: 'Messages',
    calls: 'Calls',
    changed: 'Corrected',
    began: 'Began',
  },
  kinds: { whole: 'Whole history', nightly: 'Nightly comparison', gap: 'Gap read again' },
  wholeSince: (at: Date) => `History since ${f.date(at)}`,
  began: (at: Date, name: string | null) =>
    name ? `${f.moment(at)}, by ${name}` : `${f.moment(at)}, by itself`,
  states: {
    running: 'Running',
    paused: 'Paused',
    complete: 'Done',
    failed: 'Stopped',
    cancelled: 'Cancelled',
  },
  proofs: { whole: 'Whole', holes: 'Incomplete' },
  form: {
    title: 'Import history',
    lede: 'It runs by itself, survives restarts and may be paused. What is there already is not written twice.',
    account: 'Account',
    span: 'How far back',
    spans: { everything: 'Everything', since: 'Since a day' },
    since: 'Since',
    sinceHint: 'Only if you do not want everything: what happened before that day is left out.',
    sinceMissing: 'Choose the day, or choose “Everything”.',
    sinceAhead: 'That day has not come yet.',
    speed: 'Requests a second',
    speedHint: (most: number) =>
      `From 1 to ${f.number(most)}. OpenPhone takes 10 a second in all, and sending texts shares them.`,
    speedWrong: (most: number) => `Choose a whole number from 1 to ${f.number(most)}.`,
    act: 'Start the import',
    running: 'An import of this account is on its way already. Wait for it, or cancel it first.',
    unknown: 'This account is not there any more. Choose another one.',
  },
  run: run(f),
  orders: orders(f),
  problems: problems(f),
  proof: proof(f),
});
