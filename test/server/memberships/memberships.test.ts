import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSequenceActivities } from '#activities/sequences.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { openSendingWorld, rowOf, type SendingWorld } from '#test/support/sending.ts';
import { endMembership } from '#db/memberships.ts';
import { rows, sql } from '#db/sql.ts';

let w: SendingWorld;
let maren: Visitor;
let sal: Visitor;
let walked: string;
let held: string;

beforeAll(async () => {
  w = await openSendingWorld();
  const { sendStep } = createSequenceActivities(w.world);
  walked = await w.walkOf('Walt');
  await sendStep({ membershipId: walked, stepId: 'st-first-note', visit: 1 });
  await w.standAt(new Date('2026-12-02T03:00:00Z'));
  held = await w.walkOf('Nadia');
  await sendStep({ membershipId: held, stepId: 'st-first-note', visit: 1 });
  const app = openApp(w);
  maren = await app.as(w.alder.maren);
  sal = await app.as(w.alder.sal);
});
afterAll(() => w.end());

const page = async (visitor: Visitor, id: string) => {
  const answer = await visitor.get(`/memberships/${id}`);
  expect(answer.status).toBe(200);
  return answer.text();
};

describe('the page of a walk', () => {
  test('says when a held message goes, and which rule holds it', async () => {
    const html = await page(maren, held);
    await expectValidHtml(html);
    const $ = parse(html);
    expect($('h1').text()).toMatch(/^Nadia Castellano: First note waits until .*9:00/);
    const hits = $('.passport .hit td:first-child')
      .toArray()
      .map((cell) => $(cell).text());
    expect(hits).toEqual(expect.arrayContaining(['Lawful hours', 'Campaign window']));
  });

  test('shows what was sent, with every rule that was looked at, and what comes next', async () => {
    const $ = parse(await page(maren, walked));
    expect($('#line').text()).toContain('Hi Walt, it is Dana');
    expect($('#line li[data-when="past"]').length).toBeGreaterThan(1);
    expect($('#line li[data-when="now"]')).toHaveLength(1);
    expect($('#line .passport tbody tr').length).toBeGreaterThan(10);
  });

  test('says why a message that waited goes no more', async () => {
    const answered = await w.walkOf('Tom');
    const { sendStep } = createSequenceActivities(w.world);
    await sendStep({ membershipId: answered, stepId: 'st-first-note', visit: 1 });
    await w.database.transaction((em) =>
      endMembership(em, { membershipId: answered, ending: 'replied' }),
    );
    const $ = parse(await page(maren, answered));
    const message = $('#line .ev p').filter((_, one) => $(one).text().includes('First note'));
    expect(message.text()).toMatch(/Not sent\s+they replied$/);
  });

  test('has a sentence for every code that a rule can find', async () => {
    const found = parse(await page(maren, held))('.passport td:nth-child(2)').text();
    expect(found).not.toMatch(/\w+: [a-z]+-[a-z-]+/);
  });

  test('takes an order once, however often it is sent', async () => {
    const order = crypto.randomUUID();
    await maren.post(`/memberships/${held}/pause`, { order });
    await maren.post(`/memberships/${held}/pause`, { order });
    expect((await rowOf(w, 'membership', held))['paused_at']).toBeInstanceOf(Date);
    const given = await rows(
      w.database.fork(),
      sql`select 1 from "order" where subject_id = ${held}`,
    );
    expect(given).toHaveLength(1);
    await maren.post(`/memberships/${held}/resume`);
    expect(await rowOf(w, 'membership', held)).toMatchObject({ paused_at: null });
  });

  test('a viewer sees it and may order nothing', async () => {
    const $ = parse(await page(sal, held));
    expect($('form[action*="/memberships/"]')).toHaveLength(0);
    expect((await sal.post(`/memberships/${held}/stop`)).status).toBe(403);
  });

  test('a stopped walk is over, and its workflow is told by the relay', async () => {
    await maren.post(`/memberships/${walked}/stop`);
    expect(await rowOf(w, 'membership', walked)).toMatchObject({
      state: 'ended',
      ending: 'stopped',
    });
    const told = await rows(
      w.database.fork(),
      sql`select 1 from outbox where kind = 'membership.ended' and key = ${walked}`,
    );
    expect(told).toHaveLength(1);
    expect(parse(await page(maren, walked))('h1').text()).toContain('somebody stopped it');
  });
});
