import { describe, expect, it, test } from 'vitest';
import {
  documentOf,
  expectNoLiterals,
  expectValidHtml,
  markup,
  parse,
} from '#test/support/html.ts';
import { seatedUi } from '#test/support/ui.ts';
import { DifferencesPage } from '#web/history/differences.tsx';
import { HistoryPage } from '#web/history/list.tsx';
import { NewHistoryPage } from '#web/history/new-page.tsx';
import { CancelDialog, SpeedDialog } from '#web/history/orders.tsx';
import { ProblemsPage } from '#web/history/problems.tsx';
import { HistoryRunPage } from '#web/history/run-page.tsx';
import { formOf } from '#web/kit/form-state.ts';
import { run, view, views, words } from './views.ts';

const ui = seatedUi();
const xx = seatedUi({ locale: 'xx' });

const pageOf = (name: string) =>
  parse(documentOf(<HistoryRunPage ui={ui} view={views[name] ?? view()} />));
const buttons = (name: string) => {
  const $ = pageOf(name);
  return $('#history-run button')
    .map((_, button) => $(button).text())
    .get();
};

describe('an import', () => {
  test.each(Object.keys(views))(
    'that is %s is sound, and holds no words of its own',
    async (name) => {
      const shown = views[name] ?? view();
      await expectValidHtml(documentOf(<HistoryRunPage ui={ui} view={shown} />));
      expectNoLiterals(documentOf(<HistoryRunPage ui={xx} view={shown} />), words);
    },
  );

  it('says how far it is, how fast, and how long it will take', () => {
    const said = pageOf('reading')('#standing').text();
    expect(said).toContain('4,210 requests so far · 4.8 requests a second in the last minute');
    expect(said).toContain('at most 5 a second · about 42 min left in this phase');
    expect(pageOf('reading')('.stages [aria-current=step]').text()).toContain('640 of 2,000');
    expect(pageOf('beginning')('#standing').text()).toContain('time left not known yet');
  });

  it.each([
    ['waiting for the provider', 'OpenPhone does not answer.'],
    ['paused by somebody', 'Paused by Maren Okafor.'],
    [
      'stopped by its key',
      'OpenPhone refuses the API key of this account. Enter a new key, then go on.',
    ],
    ['without its account', 'The account was removed or paused.'],
    ['cancelled', 'What was written stays'],
    ['whole', 'Whole: everything that OpenPhone has is here.'],
    ['incomplete', '3 things that OpenPhone has are not here.'],
    ['mended', 'What was missing is here now.'],
  ])('that is %s says so', (name, sentence) => {
    expect(pageOf(name)('.banner').text()).toContain(sentence);
  });

  it.each([
    ['reading', ['Pace …', 'Pause', 'Cancel …']],
    ['paused by somebody', ['Pace …', 'Go on', 'Cancel …']],
    ['stopped by its key', ['Enter a new key', 'Go on', 'Cancel …']],
    ['whole', ['Prove again']],
    ['incomplete', ['Repair what is missing', 'Prove again']],
    ['cancelled', []],
    ['of a night', []],
    ['only looked at', []],
  ])('that is %s offers what may be ordered and nothing else', (name, offered) => {
    expect(buttons(name)).toEqual(offered);
  });

  it.each([
    ['whole', 'past', 'nothing is missing'],
    ['incomplete', 'next', 'waits for your order'],
  ])('that is %s draws its repair as %s', (name, when, note) => {
    const repair = pageOf(name)('.stages li').last();
    expect(repair.attr('data-when')).toBe(when);
    expect(repair.text()).toContain(note);
  });

  it('names what is missing, and leads to the rest', () => {
    const $ = pageOf('incomplete');
    const first = $('#proof tbody').last().find('tr').first().text();
    expect(first).toContain('30 there, 27 here');
    expect(first).toContain('Message AC1');
    expect(first).toContain('Call AC2 here now');
    expect(first).toContain('and 7 more');
    expect($('#proof a[href="/history/h1/differences"]').text()).toBe('All 2,000 conversations');
    expect($('#problems a[href="/history/h1/problems"]').text()).toBe('All 10,000');
  });

  it('that catches up shows no proof, for there is none', () => {
    expect(pageOf('of a night')('#proof').length).toBe(0);
    expect(pageOf('of a night')('.stages li').length).toBe(4);
  });
});

describe('the list of imports', () => {
  const list = {
    imports: Object.values(views).map((shown) => shown.run),
    show: 'whole' as const,
    hasAccount: true,
    mayWrite: true,
    mayConnect: true,
  };
  test.each([
    ['with imports', list],
    ['to be read only', { ...list, mayWrite: false, mayConnect: false }],
    ['without any', { ...list, imports: [] }],
    ['of what caught up, without any', { ...list, imports: [], show: 'upkeep' as const }],
    ['without an account', { ...list, imports: [], hasAccount: false }],
    ['that cannot be begun', { ...list, imports: [], hasAccount: false, mayConnect: false }],
    ['further back', { ...list, firstHref: '/history', nextHref: '/history?before=1' }],
  ])('%s is sound, and holds no words of its own', async (_, props) => {
    await expectValidHtml(documentOf(<HistoryPage ui={ui} {...props} />));
    expectNoLiterals(documentOf(<HistoryPage ui={xx} {...props} />), words);
  });

  it('leads to connecting an account where there is none', () => {
    const page = documentOf(<HistoryPage ui={ui} {...list} imports={[]} hasAccount={false} />);
    expect(parse(page)('.empty a').attr('href')).toBe('/senders/accounts/new');
  });
});

test('forms, dialogs and long lists are sound, and hold no words of their own', async () => {
  const accounts = [{ value: 'a1', label: 'Front desk line' }];
  const bad = { values: {}, errors: { since: 'Office', perSecond: 'Office', accountId: 'Office' } };
  const { problems, differences } = views.incomplete!;
  const more = { firstHref: '/history', nextHref: '/history' };
  for (const at of [ui, xx]) {
    const pages = [
      <NewHistoryPage ui={at} form={bad} accounts={accounts} />,
      <NewHistoryPage ui={at} form={formOf({ perSecond: '5' })} accounts={[]} />,
      <ProblemsPage ui={at} run={run()} shown={problems} {...more} />,
      <DifferencesPage ui={at} run={run()} shown={differences} {...more} />,
      <DifferencesPage ui={at} run={run()} shown={{ differences: [], total: 0 }} />,
    ].map(documentOf);
    for (const page of pages) {
      await expectValidHtml(page);
      if (at === xx) expectNoLiterals(page, words);
    }
  }
  expectNoLiterals(markup(<CancelDialog ui={xx} run={run()} />), words);
  expectNoLiterals(markup(<SpeedDialog ui={xx} run={run()} form={bad} />), words);
});
