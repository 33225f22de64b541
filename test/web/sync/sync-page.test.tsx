import { describe, expect, it, test } from 'vitest';
import type { AccountHealth } from '#domain/sync/health.ts';
import { documentOf, expectNoLiterals, expectValidHtml, parse } from '#test/support/html.ts';
import { seatedUi } from '#test/support/ui.ts';
import { Page, Shell } from '#web/layout.tsx';
import { SyncPage } from '#web/sync/sync-page.tsx';

const ui = seatedUi();
const xx = seatedUi({ locale: 'xx' });
const before = (minutes: number) => new Date(ui.now.getTime() - minutes * 60_000);
const words = ['maren@aldertide.example', 'Maren Okafor', 'Alder & Tide', 'MAIN'];

const account = (changes: Partial<AccountHealth> = {}): AccountHealth => ({
  accountId: 'a1',
  name: 'MAIN',
  provider: 'openphone',
  accountState: 'active',
  connectedAt: before(9000),
  lastEventAt: before(3),
  lag: { medianMs: 42, slowestMs: 2100 },
  waiting: 0,
  waitingSeconds: 0,
  badSignatures: 0,
  badSignatureAt: null,
  quarantined: 0,
  deadLetters: 0,
  watchedAt: before(4),
  foundTexts: 0,
  foundAt: null,
  gap: null,
  night: null,
  ...changes,
});

const repair = (changes: object = {}) => ({
  importId: 'h1',
  state: 'complete' as const,
  since: before(90),
  startedAt: before(60),
  finishedAt: before(58),
  written: 0,
  changed: 0,
  ...changes,
});

const troubled = account({
  accountId: 'a2',
  badSignatures: 12,
  badSignatureAt: before(1),
  deadLetters: 3,
});

const accounts: Record<string, AccountHealth> = {
  well: account(),
  'in trouble': troubled,
  late: account({ waiting: 4, waitingSeconds: 75 }),
  found: account({ provider: 'twilio', foundTexts: 3, foundAt: before(50) }),
  'all told': account({ provider: 'twilio' }),
  catching: account({ gap: repair({ state: 'running', finishedAt: null, written: 7 }) }),
  'caught up': account({ gap: repair({ written: 1 }), night: repair() }),
  drifting: account({
    night: repair({ written: 2, changed: 5 }),
    gap: repair({ state: 'cancelled' }),
  }),
  failing: account({ gap: repair({ state: 'failed' }), night: repair({ state: 'failed' }) }),
  new: account({ lastEventAt: null, lag: null, watchedAt: null, connectedAt: before(1) }),
  unwatched: account({ provider: 'twilio', watchedAt: null }),
};

const pageOf = (name: string, at = ui) =>
  documentOf(<SyncPage ui={at} accounts={accounts[name] ? [accounts[name]] : []} />);

describe('the health of an account', () => {
  test.each([...Object.keys(accounts), 'none'])('that is %s is told soundly', async (name) => {
    await expectValidHtml(pageOf(name));
    expectNoLiterals(pageOf(name, xx), words);
  });

  it.each([
    ['well', 'Well What the provider tells comes in'],
    ['well', '42 ms as a rule, 2 sec at most'],
    ['in trouble', 'In trouble Webhooks come in whose signature does not fit'],
    ['late', '4 webhooks, the oldest for 1 min 15 sec'],
    ['catching', 'being read, 7 things so far'],
    ['caught up', '1 thing read'],
    ['caught up', 'nothing was missing'],
    ['drifting', '2 things were missing and are here now, 5 were brought up to date'],
    ['failing', 'it could not be read'],
  ])('that is %s says: %s', (name, sentence) => {
    expect(parse(pageOf(name))('#sync').text()).toContain(sentence);
  });

  it('stands first where it is in trouble, and leads to what can be done', () => {
    const page = parse(documentOf(<SyncPage ui={ui} accounts={[account(), troubled]} />));
    expect(page('#sync section').first().attr('id')).toBe('sync-a2');
    const links = page('#sync a')
      .map((_, a) => page(a).attr('href'))
      .get();
    expect(links).toEqual(['/settings/events#quarantined', '/settings/events#dead']);
    const viewer = seatedUi({ viewer: { ...ui.viewer, role: 'viewer' } });
    const read = parse(documentOf(<SyncPage ui={viewer} accounts={[troubled]} />));
    expect(read('#sync a').length).toBe(0);
    expect(read('#sync').text()).toContain('3 webhooks to look at and replay');
  });

  it('of Twilio tells of texts that had to be asked for, and of no gaps', () => {
    const found = parse(pageOf('found'))('#sync').text();
    expect(found).toContain('Late In the last day texts had to be asked for');
    expect(found).toContain('3 texts, the last');
    expect(found).not.toContain('Last gap');
    expect(parse(pageOf('all told'))('#sync').text()).toContain('None: every webhook came');
  });
});

describe('the frame of every page', () => {
  const frame = (sync: 'well' | 'late' | 'trouble') =>
    parse(
      documentOf(
        <Shell ui={seatedUi({ sync })} title="x">
          <Page />
        </Shell>,
      ),
    );

  it('says where news are late or missing, and is silent where all is well', () => {
    expect(frame('late')('.top .sync-dot').text()).toBe('News of a provider come late');
    expect(frame('trouble')('.top .sync-dot').attr('href')).toBe('/sync');
    expect(frame('well')('#sync-dot').text()).toBe('');
  });
});
