import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolAudience } from '#db/campaigns/enrol.ts';
import { rows, sql } from '#db/sql.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { openSendingWorld, rowOf, type SendingWorld } from '#test/support/sending.ts';

let w: SendingWorld;
let maren: Visitor;
let sal: Visitor;

beforeAll(async () => {
  w = await openSendingWorld();
  const app = openApp(w);
  maren = await app.as(w.alder.maren);
  sal = await app.as(w.alder.sal);
});
afterAll(() => w.end());

const draft = {
  name: 'Gutters before the leaves',
  tagsAny: 'gutters, roof',
  days: ['1', '2', '3', '4', '5'],
  from: '09:00',
  to: '18:00',
  zone: 'America/New_York',
  dailyLimit: '5',
  spread: 'at-opening',
};

async function created(): Promise<string> {
  const order = crypto.randomUUID();
  const form = { order, name: draft.name, versionId: w.alder.versionId };
  const answer = await maren.post('/campaigns', form);
  expect(answer.status).toBe(303);
  return order;
}

const saved = (id: string, changes: object = {}) =>
  maren.post(`/campaigns/${id}/draft`, { ...draft, versionId: w.alder.versionId, ...changes });

const html = async (path: string, visitor = maren) => {
  const answer = await visitor.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};

const ordersOf = (id: string) =>
  rows<{ kind: string }>(w.database.fork(), sql`select kind from "order" where subject_id = ${id}`);

describe('a campaign', () => {
  test('is made once, however often the form is sent', async () => {
    const order = crypto.randomUUID();
    const form = { order, name: 'Twice', versionId: w.alder.versionId };
    await maren.post('/campaigns', form);
    const again = await maren.post('/campaigns', form);
    expect(again.headers.get('location')).toBe(`/campaigns/${order}/draft`);
    const made = await rows(w.database.fork(), sql`select 1 from campaign where name = 'Twice'`);
    expect(made).toHaveLength(1);
  });

  test('keeps what was set up', async () => {
    const id = await created();
    expect((await saved(id)).status).toBe(303);
    const page = await html(`/campaigns/${id}/draft`);
    await expectValidHtml(page);
    const $ = parse(page);
    expect($('input[name=tagsAny]').val()).toBe('gutters, roof');
    expect($('input[name=days][checked]')).toHaveLength(5);
    expect($('#reach').text()).toMatch(/\d+ people of \d+ who match/);
  });

  test.each([
    ['no day', { days: [] }, '#f-days, #days-error', /at least one day/],
    ['no hour', { from: '09:00', to: '09:00' }, '#f-to-error', /hours are empty/],
    ['a basis without words', { basis: 'express' }, '#f-statement-error', /where and when/],
    ['no country', { countries: 'Narnia' }, '#f-countries-error', /“NARNIA” is not understood/],
  ])('with %s is not saved, and told why', async (_what, changes, place, why) => {
    const id = await created();
    const answer = await saved(id, changes);
    expect(answer.status).toBe(422);
    expect(parse(await answer.text())(place).text()).toMatch(why);
  });

  test('is counted while it is changed', async () => {
    const id = await created();
    const count = async (changes: object) => {
      const form = { ...draft, versionId: w.alder.versionId, ...changes };
      const answer = await maren.post(`/campaigns/${id}/audience`, form, { partial: true });
      return Number(
        parse(await answer.text())('#reach b')
          .first()
          .text()
          .match(/\d+/)?.[0],
      );
    };
    const some = await count({});
    const fewer = await count({ tagsAll: 'past-customer' });
    expect(fewer).toBeGreaterThan(0);
    expect(fewer).toBeLessThan(some);
  });

  test('shows before the launch who gets it, who not and why, when and for how much', async () => {
    const id = await created();
    await saved(id);
    const page = await html(`/campaigns/${id}/review`);
    await expectValidHtml(page);
    const $ = parse(page);
    expect($('h1').text()).toMatch(/people will be written to, from/);
    expect($('#excluded').text()).toContain('Opted out before');
    expect($('#sample .bubble').first().text()).toMatch(/^Hi \w+, it is Dana/);
    expect($('#when tbody tr').length).toBeGreaterThan(1);
    expect($('form.launch button').text()).toMatch(/^Launch to \d+ people$/);
  });

  test('without anybody to write to cannot be launched, and says so', async () => {
    const id = await created();
    await saved(id, { tagsAny: 'nobody-has-this' });
    const $ = parse(await html(`/campaigns/${id}/review`));
    expect($('[role=alert]').text()).toContain('Nobody is left to write to');
    expect((await maren.post(`/campaigns/${id}/launch`)).status).toBe(409);
    expect(await rowOf(w, 'campaign', id)).toMatchObject({ state: 'draft' });
  });

  test('whose hours are never lawful cannot be launched, and says so', async () => {
    const id = await created();
    await saved(id, { from: '22:00', to: '23:30' });
    const $ = parse(await html(`/campaigns/${id}/review`));
    expect($('[role=alert]').text()).toContain('These hours never meet the lawful hours');
    expect($('form.launch')).toHaveLength(0);
    expect((await maren.post(`/campaigns/${id}/launch`)).status).toBe(409);
    expect(await rowOf(w, 'campaign', id)).toMatchObject({ state: 'draft' });
  });

  test('is launched by one order: the row changes and the relay is told', async () => {
    const id = await created();
    await saved(id);
    const order = crypto.randomUUID();
    await maren.post(`/campaigns/${id}/launch`, { order });
    await maren.post(`/campaigns/${id}/launch`, { order });
    expect(await rowOf(w, 'campaign', id)).toMatchObject({ state: 'launching' });
    expect((await ordersOf(id)).map(({ kind }) => kind)).toEqual([
      'campaign.create',
      'campaign.launch',
    ]);
    const told = await rows(
      w.database.fork(),
      sql`select 1 from outbox where kind = 'campaign.start' and key = ${id}`,
    );
    expect(told).toHaveLength(1);
  });

  test('once launched shows its people, and the reasons of those who are left out', async () => {
    const id = await created();
    await saved(id);
    await maren.post(`/campaigns/${id}/launch`);
    await enrolAudience(w.database, id);
    const page = await html(`/campaigns/${id}`);
    await expectValidHtml(page);
    const $ = parse(page);
    expect($('#who-not').text()).toContain('Opted out before');
    const left = parse(await html(`/campaigns/${id}/people?show=excluded&reason=opted-out`));
    expect(left('tbody tr').length).toBeGreaterThan(0);
  });

  test('is paused, resumed and stopped; a stopped one takes no order', async () => {
    const id = await created();
    await saved(id);
    await maren.post(`/campaigns/${id}/launch`);
    await enrolAudience(w.database, id);
    await maren.post(`/campaigns/${id}/pause`);
    expect(await rowOf(w, 'campaign', id)).toMatchObject({ state: 'paused' });
    await maren.post(`/campaigns/${id}/resume`);
    await maren.post(`/campaigns/${id}/stop`);
    expect(await rowOf(w, 'campaign', id)).toMatchObject({ state: 'stopped' });
    expect((await maren.post(`/campaigns/${id}/resume`)).status).toBe(409);
  });

  test('may be looked at by a viewer, who finds no order', async () => {
    const $ = parse(await html(`/campaigns`, sal));
    expect($('a[href="/campaigns/new"]')).toHaveLength(0);
    expect((await sal.post(`/campaigns/${w.alder.campaignId}/launch`)).status).toBe(403);
  });
});
