import { describe, expect, it } from 'vitest';
import { documentOf, expectNoLiterals, expectValidHtml, parse } from '#test/support/html.ts';
import { seatedUi } from '#test/support/ui.ts';
import { PageHead } from '#web/kit/page-head.tsx';
import { Gate, Page, Shell } from '#web/layout.tsx';
import type { SeatedUi } from '#web/ui.ts';

const page = (ui: SeatedUi) =>
  documentOf(
    <Shell ui={ui} title={ui.t.inbox.title} nav="inbox">
      <Page>
        <PageHead title={ui.t.inbox.title} />
      </Page>
    </Shell>,
  );

describe('the shell', () => {
  it('is valid HTML', async () => {
    await expectValidHtml(page(seatedUi()));
  });

  it('takes every word from the catalogue', () => {
    const ui = seatedUi({ locale: 'xx' });
    expectNoLiterals(page(ui), [ui.viewer.name, ui.viewer.email, ui.workspace.name]);
  });

  it('says in the menu where the page stands, once in the bar and never elsewhere', () => {
    const $ = parse(page(seatedUi()));
    const current = $('.nav [aria-current=page]');
    expect(current.length).toBe(1);
    expect(current.attr('href')).toBe('/inbox');
    expect($('#main').attr('data-nav')).toBe('inbox');
  });

  it('leads past the menu by its first link', () => {
    expect(parse(page(seatedUi()))('body a').first().attr('href')).toBe('#main');
  });

  it('counts who needs a reply, and hides the count when no one does', () => {
    expect(parse(page(seatedUi({ needReply: 9 })))('#need-reply').text()).toBe('9 need a reply');
    expect(parse(page(seatedUi({ needReply: 0 })))('#need-reply').attr('hidden')).toBeDefined();
  });

  it('tells the hour of a sandbox on every page, and is silent in a live workspace', () => {
    const sandbox = parse(page(seatedUi()))('#sandbox-clock').text();
    expect(sandbox).toContain('Tue, Nov 17, 10:00 AM');
    const live = seatedUi({ workspace: { ...seatedUi().workspace, mode: 'live' } });
    expect(parse(page(live))('#sandbox-clock').length).toBe(0);
  });

  it('draws a chosen theme from the first pixel and otherwise follows the system', () => {
    expect(parse(page(seatedUi({ theme: 'dark' })))('html').attr('data-theme')).toBe('dark');
    expect(parse(page(seatedUi({ theme: 'system' })))('html').attr('data-theme')).toBeUndefined();
  });

  it('opens the live stream where the page was rendered, outside of what moves swap', () => {
    const $ = parse(page(seatedUi({ liveSince: '12:14:' })));
    expect($('#live').attr('hx-sse:connect')).toBe('/events?since=12%3A14%3A');
    expect($('#main #live').length).toBe(0);
    expect(parse(page(seatedUi()))('#live').length).toBe(0);
  });

  it('keeps opened details through a morph and regions through a failure of the server', () => {
    const config: unknown = JSON.parse(
      parse(page(seatedUi()))('[name=htmx-config]').attr('content') ?? '',
    );
    expect(config).toMatchObject({
      noSwap: [204, 304, '5xx'],
      morphIgnore: ['data-htmx-powered', 'open'],
    });
  });
});

describe('a page before sign-in', () => {
  it('is valid, has no menu and takes every word from the catalogue', async () => {
    const ui = seatedUi({ locale: 'xx' });
    const html = documentOf(
      <Gate ui={ui} title={ui.t.signIn.title}>
        <h1>{ui.t.signIn.title}</h1>
      </Gate>,
    );
    await expectValidHtml(html);
    expectNoLiterals(html);
    expect(parse(html)('.nav').length).toBe(0);
  });
});
