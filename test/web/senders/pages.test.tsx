import { describe, expect, test } from 'vitest';
import { documentOf, expectNoLiterals, expectValidHtml, markup } from '#test/support/html.ts';
import { seatedUi } from '#test/support/ui.ts';
import { formOf } from '#web/kit/form-state.ts';
import { AccountsPage, type AccountProps } from '#web/senders/accounts-page.tsx';
import { NewAccountPage } from '#web/senders/new-account-page.tsx';
import { NewSenderPage } from '#web/senders/new-sender-page.tsx';
import { nextSender } from '#web/senders/next-sender.ts';
import { PauseDialog } from '#web/senders/pause-dialog.tsx';
import { SecretsDialog } from '#web/senders/secrets-dialog.tsx';
import { SendersPage } from '#web/senders/senders-page.tsx';
import type { SenderProps } from '#web/senders/senders.ts';

const ui = seatedUi();
const xx = seatedUi({ locale: 'xx' });
const at = new Date('2026-11-17T14:40:00Z');
const words = [
  'maren@aldertide.example',
  'Maren Okafor',
  'Alder & Tide',
  'TOWN',
  'PENDING',
  'MAIN',
  'NH',
  'STOP',
  'AC1',
  'http://our.example/webhooks/twilio/main-1/messages',
  'http://our.example/webhooks/twilio/main-1/status',
  'http://our.example/webhooks/openphone/main-1',
];

const sender = (changes: Partial<SenderProps> = {}): SenderProps => ({
  id: 's1',
  value: '+16035550161',
  name: 'TOWN',
  country: 'US',
  region: 'NH',
  areaCode: '603',
  channels: ['sms'],
  ratePerSecond: 1,
  dailyCap: 100,
  priority: 10,
  rotation: true,
  state: 'active',
  pausedReason: null,
  confirms: 'us',
  lastUsedAt: at,
  account: { id: 'a1', provider: 'twilio', name: 'MAIN', state: 'active' },
  sentToday: 40,
  known: 20,
  delivered: 19,
  people: 20,
  replied: 3,
  ...changes,
});

const all = [
  sender(),
  sender({ id: 's2', value: '+16035550162', sentToday: 100, lastUsedAt: null }),
  sender({ id: 's3', value: '+16035550163', state: 'paused', pausedReason: 'PENDING' }),
  sender({ id: 's4', value: '+16035550164', state: 'alert', pausedReason: 'sender-cannot-text' }),
  sender({
    id: 's5',
    value: '+16035550165',
    known: 0,
    people: 0,
    account: { id: 'a2', provider: 'twilio', name: 'MAIN', state: 'refused' },
  }),
];

describe('the numbers', () => {
  const open = { sender: all[2]!, form: formOf({ name: 'TOWN', confirms: 'us' }) };
  test.each([
    ['as they stand', { senders: all, mayWrite: true, open: null }],
    ['with one open', { senders: all, mayWrite: true, open }],
    ['to be read only', { senders: all, mayWrite: false, open }],
    ['when none can send', { senders: all.slice(2), mayWrite: true, open: null }],
    ['when there are none', { senders: [], mayWrite: true, open: null }],
  ])('%s are sound, and hold no words of their own', async (_, props) => {
    await expectValidHtml(documentOf(<SendersPage ui={ui} {...props} />));
    expectNoLiterals(documentOf(<SendersPage ui={xx} {...props} />), words);
  });

  test('the next one is chosen as the sender chooses: active, in rotation, under its cap, idle longest', () => {
    expect(nextSender(ui, all)?.id).toBe('s1');
    expect(nextSender(ui, [...all, sender({ id: 's6', lastUsedAt: null })])?.id).toBe('s6');
    expect(nextSender(ui, [...all, sender({ id: 's7', priority: 20 })])?.id).toBe('s7');
    expect(nextSender(ui, all.slice(1))).toBeUndefined();
  });
});

describe('the accounts', () => {
  const quo = { provider: 'openphone', externalId: 'f1' } as const;
  const account = (changes: Partial<AccountProps> = {}): AccountProps => ({
    id: 'a1',
    provider: 'twilio',
    name: 'MAIN',
    key: 'main-1',
    externalId: 'AC1',
    mode: 'sandbox',
    state: 'active',
    senders: 2,
    checkedAt: at,
    checkResult: 'ok',
    checkingSince: null,
    webhookKinds: [],
    webhookProblem: null,
    ...changes,
  });
  const accounts = [
    account(),
    account({ id: 'a2', name: 'MAIN 2', checkResult: '20003', state: 'refused' }),
    account({ id: 'a3', name: 'MAIN 3', checkResult: 'ECONNRESET' }),
    account({ id: 'a4', name: 'MAIN 4', checkResult: null, checkedAt: null }),
    account({ id: 'a5', name: 'MAIN 5', checkingSince: at }),
    account({
      id: 'a6',
      ...quo,
      name: 'MAIN 6',
      webhookKinds: ['messages', 'calls'],
      webhookProblem: 'plan',
    }),
    account({ id: 'a7', ...quo, name: 'MAIN 7', webhookProblem: 'address-not-public' }),
    account({ id: 'a8', ...quo, name: 'MAIN 8', checkResult: 'other-workspace', state: 'refused' }),
    account({ id: 'a10', ...quo, name: 'MAIN 10', state: 'refused', checkingSince: at }),
    account({ id: 'a9', ...quo, name: 'MAIN 9', webhookProblem: 'ECONNRESET' }),
  ];
  const page = { accounts, publicUrl: 'http://our.example', mayWrite: true };

  test('are sound in every state, and hold no words of their own', async () => {
    await expectValidHtml(documentOf(<AccountsPage ui={ui} {...page} />));
    expectNoLiterals(documentOf(<AccountsPage ui={xx} {...page} />), [...words, 'ECONNRESET']);
    expectNoLiterals(documentOf(<AccountsPage ui={xx} {...page} accounts={[]} />), words);
  });
});

test('forms and dialogs are sound, and hold no words of their own', async () => {
  const accounts = [{ value: 'a1', label: 'MAIN' }];
  const bad = { values: {}, errors: { number: 'TOWN', token: 'TOWN', apiKey: 'TOWN' } };
  for (const at of [ui, xx]) {
    const pages = [
      <NewSenderPage ui={at} form={bad} accounts={accounts} />,
      <NewSenderPage ui={at} form={formOf()} accounts={[]} />,
      <NewAccountPage ui={at} provider="twilio" form={bad} />,
      <NewAccountPage ui={at} provider="openphone" form={bad} />,
    ].map(documentOf);
    for (const page of pages) {
      await expectValidHtml(page);
      if (at === xx) expectNoLiterals(page, words);
    }
  }
  expectNoLiterals(markup(<PauseDialog ui={xx} sender={all[0]!} />), words);
  for (const provider of ['twilio', 'openphone'] as const) {
    const account = { id: 'a1', provider, name: 'MAIN' };
    expectNoLiterals(markup(<SecretsDialog ui={xx} form={formOf()} account={account} />), words);
    const dialog = markup(<SecretsDialog ui={ui} form={formOf()} account={account} />);
    expect(dialog).toContain('type="password"');
  }
});
