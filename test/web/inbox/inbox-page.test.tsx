import { describe, expect, it } from 'vitest';
import { InboxPage } from '#web/inbox/inbox-page.tsx';
import type { InboxList, ViewCounts } from '#web/inbox/types.ts';
import {
  documentOf,
  expectNoLiterals,
  expectValidHtml,
  markup,
  parse,
} from '#test/support/html.ts';
import { seatedUi } from '#test/support/ui.ts';
import { Conversation } from '#web/inbox/conversation.tsx';
import { Collision } from '#web/inbox/composer-answers.tsx';
import { Conversations } from '#web/inbox/conversation-list.tsx';
import { conversation, everything, nine, openProps, ours, row, said, texts } from './samples.ts';

const ui = seatedUi();

const counts: ViewCounts = {
  open: 38,
  'needs-reply': 9,
  mine: 4,
  unassigned: 5,
  unread: 1000,
  missed: 3,
  snoozed: 0,
  failed: 2,
  done: 1000,
};

const list = (change: Partial<InboxList> = {}): InboxList => ({
  view: 'open',
  q: '',
  rows: [row()],
  next: null,
  news: 0,
  openId: null,
  ...change,
});

const opened = (props = openProps()) => parse(markup(<Conversation ui={ui} {...props} />));
const rowText = (change: Parameters<typeof row>[0]) =>
  parse(markup(<Conversations ui={ui} list={list({ rows: [row(change)] })} />));

describe('the page of the inbox', () => {
  it('is valid with one of everything in it', async () => {
    const rows = [
      row(),
      row({ id: 'b', state: 'done', needsReply: false }),
      row({ id: 'c', optedOut: true }),
    ];
    const page = (
      <InboxPage
        ui={ui}
        counts={counts}
        list={list({ rows, next: '1_x', news: 2 })}
        open={openProps()}
      />
    );
    await expectValidHtml(documentOf(page));
  });

  it('holds no sentence of its own', () => {
    const pseudo = seatedUi({ locale: 'xx' });
    const page = (
      <InboxPage ui={pseudo} counts={counts} list={list({ news: 2 })} open={openProps()} />
    );
    expectNoLiterals(documentOf(page), [...texts, 'maren@aldertide.example']);
  });

  it('tells more than a thousand by a plus, and nothing by no figure', () => {
    const page = parse(documentOf(<InboxPage ui={ui} counts={counts} list={list()} open={null} />));
    const views = page('.inbox-views li')
      .toArray()
      .map((view) => page(view).text());
    expect(views).toEqual([
      'All open38',
      'Needs reply9',
      'Mine4',
      'Unassigned5',
      'Unread999+',
      'Missed calls and voicemail3',
      'Snoozed',
      'Not delivered2',
      'Done',
    ]);
  });
});

describe('a row of the list', () => {
  it('says who wrote last', () => {
    expect(rowText({})('.c2').text()).toBe('Monday works!');
    const ours = { direction: 'out', authorId: 'u1', author: 'Maren Okafor' } as const;
    expect(rowText(ours)('.c2').text()).toBe('You: Monday works!');
    expect(rowText({ ...ours, authorId: 'u2', author: 'Dana Whitcomb' })('.c2').text()).toBe(
      'Dana: Monday works!',
    );
    expect(rowText({ direction: 'out' })('.c2').text()).toBe('Automatic: Monday works!');
    expect(rowText({ preview: '' })('.c2').text()).toBe('A picture');
  });

  it('says how long they wait, in one unit', () => {
    const badge = (minutes: number) =>
      rowText({ lastInboundAt: new Date(ui.now.getTime() - minutes * 60_000) })('.badge').text();
    expect([badge(0.5), badge(4.9), badge(130), badge(3000)]).toEqual([
      'Needs reply',
      'Needs reply, 4 min',
      'Needs reply, 2 hr',
      'Needs reply, 2 days',
    ]);
  });

  it('puts the gravest state into words, beside whose it is', () => {
    const badges = (change: Parameters<typeof row>[0]) => {
      const shown = rowText(change);
      return shown('.badge')
        .toArray()
        .map((badge) => shown(badge).text());
    };
    expect(badges({ optedOut: true, failed: true }).join()).toBe('Opted out');
    expect(badges({ failed: true, assignee: 'Dana Whitcomb', assigneeId: 'u2' })).toHaveLength(2);
    expect(badges({ needsReply: false })).toEqual(['Unassigned']);
  });

  it('names whoever has no name by their number', () => {
    expect(rowText({ firstName: '', lastName: '' })('b').text()).toBe('(603) 555-0102');
  });
});

describe('the thread', () => {
  it('marks each day once', () => {
    const shown = opened(openProps([said({}, -60 * 24), said(), said({}, 5)]));
    expect(
      shown('.day')
        .toArray()
        .map((day) => shown(day).text()),
    ).toEqual(['Monday, November 16', 'Today, Tuesday, November 17']);
  });

  it('tells how far each message came, and why it came no further', () => {
    const state = (entry: ReturnType<typeof ours>) =>
      opened(openProps([entry]))('.msg footer').text();
    expect(state(ours('queued'))).toContain('Waiting to go');
    expect(state(ours('delivered'))).toContain('Delivered 9:00 AM2 segments, $0.0224');
    expect(state(ours('undelivered', '30003'))).toContain(
      'Not delivered: their telephone cannot be reached',
    );
    expect(state(ours('failed', '12345'))).toContain('Not delivered: code 12345');
    expect(state(ours('dropped', 'suppressed'))).toContain('Not sent: they have opted out');
    expect(state(ours('unconfirmed'))).toContain('Decide');
  });

  it('offers a second try where one may help, once, and to whoever may write', () => {
    const tries = (...props: Parameters<typeof openProps>) =>
      opened(openProps(...props))('form[action$=retries]').length;
    expect(tries([ours('undelivered', '30003')])).toBe(1);
    expect(tries([ours('undelivered', '30006')])).toBe(0);
    expect(tries([ours('undelivered', '30003', { retried: true })])).toBe(0);
    expect(tries([ours('undelivered', '30003')], { mayWrite: false })).toBe(0);
    expect(tries([ours('undelivered', '30003', { author: null })])).toBe(0);
  });

  it('names the campaign of a message and leads to its walk', () => {
    const shown = opened();
    expect(shown('.msg.out header a').first().text()).toBe('Storm windows');
    expect(shown('.msg.out footer a').first().attr('href')).toBe(
      '/memberships/0190f000-0000-7000-8000-000000000008',
    );
    expect(shown('.sysline').first().text()).toContain(
      'Their reply ended their walk through Storm windows.',
    );
  });

  it('lets words of another direction run their own way', () => {
    const shown = opened(openProps([said({ body: 'שלום, מתי אתם באים?' })], { firstName: 'דנה' }));
    expect(shown('.bubble [dir=auto]').length).toBe(1);
    expect(shown('#who').attr('dir')).toBe('auto');
  });

  it('is read anew from its first entry on', () => {
    const entries = everything();
    const shown = opened(openProps(entries));
    expect(shown('#talk-from [name=from]').attr('value')).toBe(entries[0]?.cursor);
    expect(shown('#talk').attr('hx-trigger')).toContain(
      `conversation:${conversation().id} from:document`,
    );
  });
});

describe('the composer', () => {
  it('answers from the number that they wrote to, and offers no paused one', () => {
    const shown = opened();
    expect(shown('[name=sender] option[selected]').text()).toBe('from (603) 555-0161');
    expect(shown('[name=sender] option[disabled]').text()).toBe('from (603) 555-0162 (paused)');
    expect(shown('select[name=to]').length).toBe(0);
  });

  it('asks which number where a person has two, with the closed one closed', () => {
    const [first] = conversation().addresses;
    const second = { ...first!, id: 'second', value: '+16035550199', closed: 'landline' as const };
    const shown = opened(openProps([], { addresses: [first!, second] }));
    expect(shown('[name=to] option').length).toBe(2);
    expect(shown('[name=to] option[disabled]').text()).toBe('to (603) 555-0199 (closed)');
  });

  it('says why nobody may write, and still takes a note', () => {
    const [first] = conversation().addresses;
    const closed = (change: object) => {
      const shown = opened(openProps([], { addresses: [{ ...first!, ...change }] }));
      expect(shown('[name=by][value=note]').attr('checked')).toBeDefined();
      return shown('.why-closed').text();
    };
    expect(closed({ closed: 'landline' })).toContain('landline');
    const stopped = { reason: 'keyword', at: nine.toISOString() };
    expect(closed({ closed: 'opted-out', stopped })).toContain('stopped 9:00 AM');
    expect(opened(openProps([], { addresses: [] }))('.why-closed').text()).toContain('No number');
  });

  it('shows who was quicker, and lets the writer decide', () => {
    const answer = {
      id: 'x',
      by: 'Dana Whitcomb',
      at: new Date(ui.now.getTime() - 20_000),
      body: 'Yes.',
    };
    const said = parse(markup(<Collision ui={ui} answer={answer} />));
    expect(said('p').text()).toBe('Dana Whitcomb answered 20 sec ago:');
    expect(said('a').attr('href')).toBe('#i-x');
  });
});
