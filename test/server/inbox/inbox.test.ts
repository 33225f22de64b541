import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, sql } from '#db/sql.ts';
import { deskAt, type TestDesk } from '#test/db/inbox/desk.ts';
import { openApp, type TestApp, type Visitor } from '#test/support/app.ts';
import { expectNoLiterals, expectValidHtml, parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let desk: TestDesk;
let app: TestApp;
let dana: Visitor;
let maren: Visitor;
let sal: Visitor;
let lien: Visitor;
beforeAll(async () => {
  world = await openWorld();
  desk = deskAt(world, world.alder);
  app = openApp(world);
  dana = await app.as(world.alder.dana);
  maren = await app.as(world.alder.maren);
  sal = await app.as(world.alder.sal);
  lien = await app.as(world.clinique.lien);
});
afterAll(() => world.end());

const at = (name: string, rest = '') => `/inbox/${desk.conversationWith(name)}${rest}`;
const page = async (path: string, visitor = dana) => parse(await (await visitor.get(path)).text());
const region = async (path: string, visitor = dana) =>
  (await visitor.get(path, { partial: true })).text();

/** The parts of an answer to an order, by the place that they go to. */
async function partsOf(answer: Response) {
  const html = await answer.text();
  return Object.fromEntries(
    [...html.matchAll(/<hx-partial hx-target="#([\w-]+)"[^>]*>(.*?)<\/hx-partial>/gs)].map(
      ([, target, part]) => [target, part],
    ),
  ) as Record<string, string>;
}

const post = (visitor: Visitor, path: string, form: Record<string, string> = {}) =>
  visitor.post(path, form, { partial: true });

const statements = (answer: Response) =>
  Number(/desc="(\d+) statements"/.exec(answer.headers.get('server-timing') ?? '')?.[1]);

describe('the inbox', () => {
  it('shows the views with their counts, the list, and that nothing is chosen yet', async () => {
    const inbox = await page('/inbox');
    expect(inbox('.inbox-views [aria-current]').text()).toBe('All open7');
    expect(inbox('.convs li').length).toBe(7);
    expect(inbox('.convs b').first().text()).toBe('Marisol Vega');
    expect(inbox('#thread').text()).toContain('Choose a conversation');
  });

  it('opens a conversation beside the list, and alone where only it is asked for', async () => {
    const inbox = await page(at('Walt'));
    expect(inbox('#who').text()).toBe('Walt Brennan');
    expect(inbox('.convs [aria-current]').text()).toContain('Walt Brennan');
    expect(inbox('#person').text()).toContain('(603) 555-0101');
    const alone = parse(await region(at('Walt')));
    expect(alone('#who').text()).toBe('Walt Brennan');
    expect(alone('.convs').length).toBe(0);
  });

  it('takes at most eight statements for a page and five for what changes', async () => {
    expect(statements(await dana.get(at('Walt')))).toBeLessThanOrEqual(8);
    expect(statements(await dana.get('/inbox?q=roof'))).toBeLessThanOrEqual(8);
    const thread = await dana.get(at('Walt', '/thread'), { partial: true });
    expect(statements(thread)).toBeLessThanOrEqual(5);
    expect(statements(await dana.get('/inbox/list', { partial: true }))).toBeLessThanOrEqual(5);
  });

  it('is valid as page and as fragment, and holds no sentence of its own', async () => {
    await expectValidHtml(await (await dana.get(at('Walt'))).text());
    await expectValidHtml(await region('/inbox?view=done'));
    await run(
      world.database.fork(),
      sql`update workspace set locale = 'xx' where id = ${desk.workspaceId}`,
    );
    const html = await (await dana.get('/inbox?view=snoozed')).text();
    await run(
      world.database.fork(),
      sql`update workspace set locale = 'en-US' where id = ${desk.workspaceId}`,
    );
    expectNoLiterals(html, ['Alder & Tide', 'Dana Whitcomb', 'dana@aldertide.example']);
  });

  it('finds what is searched, and says how much', async () => {
    const found = parse(await region('/inbox?q=slate'));
    expect(found('.convs b').text()).toBe('Tom Pelletier');
    expect(found('[role=status]').text()).toBe('1 found, also among those that are done.');
    expect((await page('/inbox?q=nobody-like-this'))('#convs').text()).toContain('Nothing found');
  });

  it('keeps the order under a hand and counts what came', async () => {
    const held = [desk.conversationWith('Ruth'), desk.conversationWith('Nadia')].join(',');
    const html = await region(`/inbox/list?held=${held}`);
    const list = parse(html);
    expect(
      list('.convs b')
        .toArray()
        .map((name) => list(name).text()),
    ).toEqual(['Ruth Halloran', 'Nadia Castellano']);
    expect(list('.list-news').text()).toBe('5 new');
  });

  it('is closed to another workspace, whole and in its parts', async () => {
    for (const rest of ['', '/thread', '/pictures/00000000-0000-7000-8000-000000000000'])
      expect((await lien.get(at('Walt', rest))).status).toBe(404);
    for (const rest of ['/replies', '/assignee', '/snooze', '/done', '/reopening', '/retries'])
      expect((await post(lien, at('Walt', rest), { body: 'x', to: '' })).status).not.toBe(200);
    expect((await dana.get('/inbox/not-an-id')).status).toBe(404);
  });
});

describe('an answer', () => {
  it('stands in the thread at once, queued, and empties the box', async () => {
    const answer = await post(dana, at('Nadia', '/replies'), {
      by: 'sms',
      body: 'Cedar it is.\r\nCheers',
    });
    const parts = await partsOf(answer);
    const talk = parse(parts['talk'] ?? '');
    expect(talk('.bubble.out').last().text()).toBe('Cedar it is.\nCheers');
    expect(talk('[data-state]').last().text()).toBe('Waiting to go');
    expect(Object.keys(parts)).toEqual([
      'talk',
      'thread-head',
      'reply-order',
      'composer-said',
      'segments',
    ]);
    expect(answer.headers.get('hx-trigger')).toContain('reply:sent');
  });

  it('given by a double click is one text', async () => {
    const form = { order: v7(), by: 'sms', body: 'Only once, Colleen.' };
    const answers = await Promise.all(
      [1, 2].map(() => post(dana, at('Colleen', '/replies'), form)),
    );
    for (const answer of answers) expect((await partsOf(answer))['talk']).toContain('Only once');
    const sent = await desk.read(sql`select 1 from send where body = 'Only once, Colleen.'`);
    expect(sent).toHaveLength(1);
  });

  it('waits where a colleague was quicker: 409, who it was, and a second button', async () => {
    const { interactionId: seen } = await desk.hears('Ruth', 'Is Monday still fine?');
    await post(maren, at('Ruth', '/replies'), { by: 'sms', body: 'It is, Ruth.', seen });
    const form = { order: v7(), by: 'sms', body: 'Monday is fine.', seen };
    const refused = await post(dana, at('Ruth', '/replies'), form);
    expect(refused.status).toBe(409);
    const said = parse((await partsOf(refused))['composer-said'] ?? '');
    expect(said('p').text()).toMatch(/^Maren Okafor answered 1 sec ago:$/);
    expect(said('blockquote').text()).toBe('It is, Ruth.');
    expect(said('button[name=anyway]').text()).toBe('Send anyway');
    const sent = await post(dana, at('Ruth', '/replies'), { ...form, anyway: '1' });
    expect(sent.status).toBe(200);
  });

  it('is refused with the reason where it is empty or too long', async () => {
    const empty = await post(dana, at('Tom', '/replies'), { by: 'sms', body: '  ' });
    expect(empty.status).toBe(422);
    expect((await partsOf(empty))['composer-said']).toContain('Write something first.');
    const long = await post(dana, at('Tom', '/replies'), { by: 'sms', body: 'x'.repeat(1601) });
    expect((await partsOf(long))['composer-said']).toContain('That is 1,601 characters');
  });

  it('cannot be written where texts are stopped: the composer says so, and the server too', async () => {
    const { conversationId } = await desk.hears('George', 'Who are you?');
    const shown = await page(`/inbox/${conversationId}`);
    expect(shown('.why-closed').text()).toContain('Texts to this number were stopped');
    expect(shown('[name=by][value=sms]').attr('disabled')).toBeDefined();
    const path = `/inbox/${conversationId}/replies`;
    const refused = await post(dana, path, { by: 'sms', body: 'Alder & Tide, George.' });
    expect(refused.status).toBe(409);
    const note = await post(dana, path, { by: 'note', body: 'Call him instead.' });
    expect((await partsOf(note))['talk']).toContain('Call him instead.');
  });

  it('shows what was written as text, whatever it holds', async () => {
    const { conversationId } = await desk.hears('Tom', '<img src=x onerror=alert(1)> & "so"');
    const html = await (await dana.get(`/inbox/${conversationId}`)).text();
    expect(html).not.toContain('<img src=x');
    expect(parse(html)('.bubble').last().text()).toBe('<img src=x onerror=alert(1)> & "so"');
  });

  it('is counted while it is written', async () => {
    const count = async (body: string) =>
      parse(await (await post(dana, at('Tom', '/segments'), { body })).text())('p').text();
    expect(await count('Hello')).toBe('5 of 160 · 1 segment');
    expect(await count('Hello “Tom”')).toContain('1 segment');
    expect(await count('Hello “Tom”')).toContain('70 characters');
  });

  it('without script leads back to the conversation', async () => {
    const answer = await dana.post(at('Tom', '/replies'), { by: 'sms', body: 'Plain form.' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(at('Tom'));
  });
});

describe('orders', () => {
  it('assign, snooze and close, and the head says so at once', async () => {
    const taken = await partsOf(
      await post(dana, at('Marisol', '/assignee'), { to: world.alder.dana.id }),
    );
    expect(parse(taken['thread-head'] ?? '')('.assign .lbl').text()).toBe('Dana');
    expect(taken['talk']).toContain('took it');
    const snoozed = await partsOf(
      await post(dana, at('Marisol', '/snooze'), { preset: 'tomorrow' }),
    );
    expect(snoozed['thread-head']).toContain('Snoozed until tomorrow, 8:00 AM');
    const done = await post(dana, at('Marisol', '/done'));
    expect(done.headers.get('hx-trigger')).toContain('conversation:done');
    expect((await partsOf(done))['toasts']).toContain('Undo');
    await post(dana, at('Marisol', '/reopening'));
    expect(await desk.conversation(desk.conversationWith('Marisol'))).toMatchObject({
      state: 'open',
    });
  });

  it('refuse a rest until a time that is over, or that is none', async () => {
    for (const form of [{ at: '2020-01-01T09:00' }, { at: 'soon' }, {}])
      expect((await post(dana, at('Marisol', '/snooze'), { preset: '', ...form })).status).toBe(
        409,
      );
  });

  it('are not for those who only read; they see no composer', async () => {
    const shown = await page(at('Walt'), sal);
    expect(shown('#reply').length).toBe(0);
    expect(shown('.thread-head form').length).toBe(0);
    expect(shown('#composer').text()).toBe('Your seat reads here. Agents and admins answer.');
    for (const rest of [
      '/replies',
      '/retries',
      '/segments',
      '/assignee',
      '/snooze',
      '/done',
      '/reopening',
    ])
      expect((await post(sal, at('Walt', rest), { body: 'x' })).status).toBe(403);
  });

  it('note what is read for each reader, viewers too', async () => {
    const { conversationId, interactionId } = await desk.hears('Walt', 'Hello?');
    const unread = async (visitor: Visitor) =>
      (await page('/inbox', visitor))(`#c-${conversationId}`).hasClass('unread');
    expect(await unread(sal)).toBe(true);
    const shown = await page(`/inbox/${conversationId}`, sal);
    expect(shown(`#read-${interactionId}`).attr('hx-post')).toBe(`/inbox/${conversationId}/read`);
    await post(sal, `/inbox/${conversationId}/read`, { seen: interactionId });
    expect(await unread(sal)).toBe(false);
    expect(await unread(dana)).toBe(true);
    await sal.delete(`/inbox/${conversationId}/read`, { partial: true });
    expect(await unread(sal)).toBe(true);
  });
});

describe('pictures', () => {
  it('stand in the thread with their size, and lead from one to the next', async () => {
    const shown = await page(at('Walt'));
    const image = shown('.thumb img');
    expect([image.attr('width'), image.attr('height'), image.attr('loading')]).toEqual([
      '480',
      '320',
      'lazy',
    ]);
    const viewer = await region(shown('.thumb').attr('hx-get') ?? '');
    expect(viewer).toContain('hx-target="#modal"');
    expect(viewer).toContain('1 of 1');
  });
});
