import type { SyncReason } from '#domain/sync/health.ts';
import type { Format } from '../format.ts';

/** Whether what the providers know has come here: sync health. */
export const sync = (f: Format) => ({
  title: 'Sync health',
  lede: 'Whether what the providers know has come here, account by account.',
  none: 'No account is connected',
  noneWhy:
    'Once there is one, this page says when it was heard of last and whether anything is missing.',
  providers: { twilio: 'Twilio', openphone: 'OpenPhone' },
  states: { well: 'Well', late: 'Late', trouble: 'In trouble' },
  /** The sign in the frame of every page, where it is not well. */
  dot: {
    late: 'News of a provider come late',
    trouble: 'News of a provider do not come in',
  },
  allWell: 'What the provider tells comes in, is understood, and nothing is known to be missing.',
  reasons: {
    'account-refused':
      'The provider refuses the credentials: enter new ones under Senders, Accounts.',
    signatures:
      'Webhooks come in whose signature does not fit, and none since that fits: correct the token or the signing key, then replay the quarantine.',
    'dead-letters': 'Some webhooks could not be applied: see why, cure the cause, replay them.',
    'gap-open': 'Something was said that no webhook told; it is being read now.',
    waiting: 'Webhooks wait longer than a minute to be applied: is the relay running?',
    quarantine: 'In the last 7 days webhooks came in whose signature did not fit; later ones did.',
    'watch-silent':
      'For more than 15 minutes nobody has asked the provider whether something is missing: are the workers running?',
    'texts-found':
      'In the last day texts had to be asked for: their webhooks never came. Could Twilio reach this product all the time?',
    drift: 'The last comparison by night had to write something that no webhook had told.',
  } satisfies Record<SyncReason, string>,
  last: 'Heard of last',
  lastAt: (at: Date, agoMs: number) => `${f.moment(at)}, ${f.duration(Math.max(0, agoMs))} ago`,
  never: 'Nothing yet',
  lag: 'From its coming to its place',
  lagOf: (medianMs: number, slowestMs: number) =>
    `${quick(f, medianMs)} as a rule, ${quick(f, slowestMs)} at most, of the last hundred`,
  noLag: 'Not known yet',
  waiting: 'Waiting to be applied',
  waitingFor: (n: number, ms: number) =>
    `${f.count(n, { one: 'webhook', other: 'webhooks' })}, the oldest for ${f.duration(ms)}`,
  nothingWaits: 'Nothing',
  signatures: 'Signatures, 7 days',
  allSigned: 'All fit',
  unsigned: (n: number, at: Date) =>
    `${f.count(n, { one: 'did', other: 'did' })} not fit, the last ${f.moment(at)}`,
  dead: 'Dead letters',
  noDead: 'None',
  deadLetters: (n: number) =>
    `${f.count(n, { one: 'webhook', other: 'webhooks' })} to look at and replay`,
  watched: 'Asked whether something is missing',
  unwatched: 'Not yet',
  found: 'Texts found by asking, 1 day',
  foundTexts: (n: number, at: Date) =>
    `${f.count(n, { one: 'text', other: 'texts' })}, the last ${f.moment(at)}`,
  noneFound: 'None: every webhook came',
  gap: 'Last gap',
  gaps: {
    none: 'None was found',
    underWay: (at: Date, n: number) =>
      `Found ${f.moment(at)}; being read, ${f.count(n, { one: 'thing', other: 'things' })} so far`,
    done: (at: Date, n: number, _changed: number) =>
      `Caught up ${f.moment(at)}: ${f.count(n, { one: 'thing', other: 'things' })} read`,
    failed: (at: Date) => `Found ${f.moment(at)}; it could not be read. See why`,
    cancelled: (at: Date) => `Found ${f.moment(at)}; its reading was cancelled`,
  },
  night: 'Last comparison by night',
  nights: {
    none: 'None yet',
    underWay: (at: Date, n: number) =>
      `Began ${f.moment(at)}; ${f.count(n, { one: 'difference', other: 'differences' })} so far`,
    done: (at: Date, n: number, changed: number) =>
      `${f.moment(at)}: ${missing(f, n)}${changed > 0 ? `, ${f.number(changed)} ${f.plural(changed, { one: 'was', other: 'were' })} brought up to date` : ''}`,
    failed: (at: Date) => `Began ${f.moment(at)} and could not be done. See why`,
    cancelled: (at: Date) => `Began ${f.moment(at)} and was cancelled`,
  },
});

const missing = (f: Format, n: number): string =>
  n === 0
    ? 'nothing was missing'
    : f.count(n, {
        one: 'thing was missing and is here now',
        other: 'things were missing and are here now',
      });

const quick = (f: Format, ms: number): string =>
  ms < 1000 ? `${f.number(ms)} ms` : f.duration(ms);
