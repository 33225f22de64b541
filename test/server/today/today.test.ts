import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace, giveSeat } from '#db/access/workspaces.ts';
import { run, sql } from '#db/sql.ts';
import { launchBare } from '#db/seeds/outreach-rows.ts';
import { openApp, type TestApp, type Visitor } from '#test/support/app.ts';
import { expectNoLiterals, expectValidHtml, parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
let maren: Visitor;
let lien: Visitor;
beforeAll(async () => {
  world = await openWorld();
  app = openApp(world);
  maren = await app.as(world.alder.maren);
  lien = await app.as(world.clinique.lien);
});
afterAll(() => world.end());

const page = async (visitor: Visitor) => parse(await (await visitor.get('/')).text());

describe('today', () => {
  it('says who waits for an answer and leads to the one who has waited longest', async () => {
    const today = await page(maren);
    expect(today('.head .muted').text()).toContain('5 people wait for an answer.');
    const colleen = world.alder.conversations.find(({ phone }) => phone === '+16035550108');
    expect(today('.head .primary').attr('href')).toBe(`/inbox/${colleen?.id}`);
  });

  it('lists what only a person can decide, each with its number and its way', async () => {
    const today = await page(lien);
    const lines = today('#waiting tr')
      .toArray()
      .map((row) => [today(row).find('a').attr('href'), today(row).find('.n').text()]);
    expect(lines).toEqual([
      ['/inbox', '1'],
      ['/sends/unconfirmed', '1'],
      ['/settings/events', '1'],
      ['/settings/events', '1'],
    ]);
  });

  it('shows a running campaign with how many it has reached', async () => {
    const { alder, database } = world;
    const { id: contactId, addressId } = alder.contacts[8]!;
    await database.transaction((em) =>
      launchBare(em, { ...alder, contactId, addressId, stepId: 'st-first-note' }),
    );
    const today = await page(maren);
    expect(today('.camp').text()).toContain('1 of 1 person reached');
    expect(today('.camp progress').attr('value')).toBe('1');
  });

  it('names a paused number as one in trouble', async () => {
    const [sender] = world.alder.senders;
    await run(
      world.database.fork(),
      sql`update sender set state = 'paused' where id = ${sender!.id}`,
    );
    const today = await page(maren);
    expect(today('#senders tbody tr').length).toBe(1);
    expect(today('#senders').text()).toContain('(603) 555-0161');
  });

  it('tells the line of the day in words too', async () => {
    const today = await page(maren);
    expect(today('#day-about').text()).toMatch(/^Open from 9 AM to 6 PM\. .* Now it is /);
  });

  it('is valid, holds no sentence of its own and takes at most eight statements', async () => {
    const answer = await maren.get('/');
    await expectValidHtml(await answer.clone().text());
    const counted = /desc="(\d+) statements"/.exec(answer.headers.get('server-timing') ?? '')?.[1];
    expect(Number(counted)).toBeLessThanOrEqual(8);
    expect(Number(counted)).toBeGreaterThan(4);
    await run(
      world.database.fork(),
      sql`update workspace set locale = 'xx' where id = ${world.alder.workspaceId}`,
    );
    expectNoLiterals(await (await maren.get('/')).text(), [
      'Alder & Tide',
      'Maren Okafor',
      'maren@aldertide.example',
      'Storm windows, November',
      '(603) 555-0161',
    ]);
  });

  it('answers with the region alone where only that is asked for', async () => {
    const html = await (await lien.get('/', { partial: true })).text();
    expect(html.startsWith('<div id="today"')).toBe(true);
  });
});

describe('a fresh workspace', () => {
  it('shows the three first steps, the first of them now', async () => {
    const { database, alder } = world;
    const workspaceId = await database.transaction(async (em) => {
      const id = await createWorkspace(em, { name: 'Fresh', mode: 'live', zone: 'UTC' });
      await giveSeat(em, { workspaceId: id, userId: alder.maren.id, role: 'owner' });
      return id;
    });
    const today = await page(await app.as(alder.maren, workspaceId));
    expect(
      today('.line > li')
        .toArray()
        .map((step) => today(step).attr('data-when')),
    ).toEqual(['now', 'next', 'next']);
    expect(today('.primary').attr('href')).toBe('/imports/new');
  });
});
