import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBare } from '#db/seeds/outreach-rows.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { openApp, type TestApp, type Visitor } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
let maren: Visitor;
let base: string;
beforeAll(async () => {
  world = await openWorld();
  app = openApp(world);
  maren = await app.as(world.alder.maren);
  base = `/sequences/${world.alder.sequenceId}`;
});
afterAll(() => world.end());

const html = async (path: string, visitor = maren) => {
  const answer = await visitor.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
const draft = async (id = world.alder.sequenceId) =>
  (await firstRow<{ revision: number; ids: string[] }>(
    world.database.fork(),
    sql`select revision, array(select step->>'id' from jsonb_array_elements(draft) step) as ids from sequence where id = ${id}`,
  ))!;
const basis = async () => ({ revision: String((await draft()).revision), page: 'test' });

describe('the pages', () => {
  test('are sound, and hold what the workspace has and nothing of another', async () => {
    for (const path of [
      '/sequences',
      '/sequences?show=archived',
      '/sequences/new',
      base,
      `${base}/steps/st-first-note`,
      `${base}/steps/st-three-days`,
      `${base}/steps/st-ten`,
      `${base}/steps/st-no-answer`,
      `${base}/steps/st-reminder/move`,
      `${base}/changes`,
      `${base}/versions/1`,
    ]) {
      const page = await html(path);
      await expectValidHtml(page);
      expect(page).not.toContain('Clinique');
    }
  });

  test('of another workspace, and steps and versions that are not there, are not found', async () => {
    const other = `/sequences/${world.clinique.sequenceId}`;
    for (const path of [
      other,
      `${other}/changes`,
      `${other}/versions/1`,
      '/sequences/nothing',
      `${base}/steps/st-nobody`,
      `${base}/versions/9`,
      `${base}/versions/nine`,
      `${base}/steps/st-ten/preview`,
    ]) {
      expect([path, (await maren.get(path)).status]).toEqual([path, 404]);
    }
    expect((await maren.post(`${other}/steps/st-x`, await basis())).status).toBe(404);
    expect((await maren.post(`${other}/archive`)).status).toBe(404);
  });

  test('take few statements, however many steps there are', async () => {
    const answer = await maren.get(`${base}/steps/st-first-note`);
    expect(answer.headers.get('Server-Timing')).toMatch(/"[1-8] statements"/);
  });

  test('a viewer reads them and may change nothing', async () => {
    const sal = await app.as(world.alder.sal);
    const $ = parse(await html(`${base}/steps/st-first-note`, sal));
    expect($('fieldset[disabled] textarea')).toHaveLength(1);
    expect($('.plus, .step .menu, #publish, #test, #undo')).toHaveLength(0);
    for (const path of [
      '/sequences',
      `${base}/steps`,
      `${base}/steps/st-ten`,
      `${base}/steps/st-ten/move`,
      `${base}/undo`,
      `${base}/versions`,
      `${base}/versions/1/restore`,
      `${base}/archive`,
      `${base}/copies`,
      `${base}/name`,
      `${base}/steps/st-first-note/tests`,
    ]) {
      expect([path, (await sal.post(path)).status]).toEqual([path, 403]);
    }
    expect((await sal.delete(`${base}/steps/st-ten`)).status).toBe(403);
  });
});

describe('a sequence', () => {
  test('is made once however often the form is sent', async () => {
    const order = v7();
    await maren.post('/sequences', { name: 'Gutter check', order });
    const answer = await maren.post('/sequences', { name: 'Gutter check', order });
    expect(answer.headers.get('location')).toBe(`/sequences/${order}`);
    expect(parse(await html('/sequences'))(`a[href="/sequences/${order}"]`)).toHaveLength(1);
  });

  test('needs a name', async () => {
    const answer = await maren.post('/sequences', { name: '  ' }, { partial: true });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Give it a name');
  });

  test('is renamed, copied, archived and brought back', async () => {
    const id = v7();
    await maren.post('/sequences', { name: 'Porch', order: id });
    await maren.post(`/sequences/${id}/name`, { name: 'Porch and steps' });
    const copy = v7();
    await maren.post(`/sequences/${id}/copies`, { order: copy });
    expect(parse(await html(`/sequences/${copy}`))('h1').text()).toBe('Porch and steps, copy');
    await maren.post(`/sequences/${id}/archive`);
    expect(await html('/sequences')).not.toContain(`/sequences/${id}"`);
    expect(await html('/sequences?show=archived')).toContain(`/sequences/${id}"`);
    await maren.delete(`/sequences/${id}/archive`);
    expect(await html('/sequences')).toContain(`/sequences/${id}"`);
  });
});

describe('the steps', () => {
  test('one is inserted once by one order, and opened', async () => {
    const order = v7();
    const form = { ...(await basis()), kind: 'wait', after: 'st-reminder', order };
    const answer = await maren.post(`${base}/steps`, form, { partial: true });
    await maren.post(`${base}/steps`, form, { partial: true });
    const { ids } = await draft();
    const added = ids[ids.indexOf('st-reminder') + 1];
    expect(ids).toHaveLength(8);
    expect(answer.headers.get('HX-Push-Url')).toBe(`${base}/steps/${added}`);
    expect(parse(await answer.text())('#drawer [name=amount][autofocus]')).toHaveLength(1);
    await maren.post(`${base}/undo`, await basis());
    expect((await draft()).ids).toHaveLength(7);
  });

  test('are undone once by one order', async () => {
    const post = async (path: string, form: object = {}) =>
      maren.post(path, { ...(await basis()), ...form });
    await post(`${base}/steps/st-ten/move`, { after: '' });
    await post(`${base}/steps/st-no-answer/move`, { after: '' });
    const order = v7();
    await post(`${base}/undo`, { order });
    await post(`${base}/undo`, { order });
    expect((await draft()).ids[0]).toBe('st-ten');
    await post(`${base}/undo`);
    expect((await draft()).ids[0]).toBe('st-first-note');
  });

  test('a wait that is half typed is kept and told as an error', async () => {
    const answer = await maren.post(
      `${base}/steps/st-three-days`,
      { ...(await basis()), amount: '', unit: 'days' },
      { partial: true },
    );
    const $ = parse(await answer.text());
    expect($('#step-st-three-days.bad').text()).toContain('Waits for nothing');
    await maren.post(`${base}/undo`, await basis());
  });

  test('a text comes back with what it costs, and why it cannot be published', async () => {
    const answer = await maren.post(
      `${base}/steps/st-reminder`,
      { ...(await basis()), text: 'Hé {naam|daar}, {schoen|42} “ok”' },
      { partial: true },
    );
    const $ = parse(await answer.text());
    const part = (target: string) => parse($(`hx-partial[hx-target="${target}"]`).html() ?? '');
    expect(part('#preview').text()).toMatch(/UCS-2.*because of “ ”/);
    expect(part('#own-issues').text()).toContain('“schoen”, which no contact has');
    expect(part('#ver')('#publish').attr('aria-disabled')).toBe('true');
    await maren.post(`${base}/undo`, await basis());
  });

  test('an edit on top of somebody else’s is answered by a question', async () => {
    const old = await basis();
    await maren.post(`${base}/steps/st-ten/move`, { ...old, page: 'theirs', after: '' });
    const typed = { ...old, page: 'mine', text: 'Mine' };
    const answer = await maren.post(`${base}/steps/st-reminder`, typed, { partial: true });
    expect(answer.status).toBe(409);
    const $ = parse(await answer.text());
    expect($('button').text()).toBe('Keep mine');
    expect($('button').attr('hx-vals')).toBe(
      JSON.stringify({ revision: (await draft()).revision }),
    );
    const moved = await maren.post(`${base}/steps/st-ten/move`, {
      ...old,
      page: 'mine',
      after: '',
    });
    expect(moved.status).toBe(409);
    await maren.post(`${base}/undo`, await basis());
  });
});

describe('a preview', () => {
  test('is read as whoever lacks most, or as the person one chooses', async () => {
    const first = parse(await html(`${base}/steps/st-first-note/preview`));
    expect(first('.sms-bubble').text()).toContain('it is Dana at Alder');
    const ruth = world.alder.contacts.find(({ firstName }) => firstName === 'Ruth')!;
    const asRuth = parse(await html(`${base}/steps/st-first-note/preview?as=${ruth.id}`));
    expect(asRuth('.sms-bubble').text()).toMatch(/^Hi Ruth, it is Dana/);
    expect(asRuth('.facts').text()).toMatch(/segments?, \d+ characters left.*\$0\.0\d+ each/);
    const stranger = world.clinique.contacts[0]!;
    const refused = parse(await html(`${base}/steps/st-first-note/preview?as=${stranger.id}`));
    expect(refused('#preview-as').attr('value')).not.toBe(stranger.id);
  });

  test('people to read it as are found by name, of this workspace alone', async () => {
    expect(await html(`${base}/steps/st-first-note/readers?q=ruth%20hall`)).toContain(
      'Ruth Halloran',
    );
    const none = await html(`${base}/steps/st-first-note/readers?q=%25zz`);
    expect(none).toContain('Nobody of that name');
  });
});

describe('a test to a phone of one’s own', () => {
  const post = (number: string, order = v7()) =>
    maren.post(`${base}/steps/st-first-note/tests`, { number, order }, { partial: true });

  test('goes into the ledger once, belongs to no thread, and is followed', async () => {
    const order = v7();
    await post('(603) 555-0199', order);
    const answer = await post('(603) 555-0199', order);
    expect(parse(await answer.text())('#test-state').text()).toContain('(603) 555-0199');
    const sends = await rows<{ purpose: string; interaction_id: null; body: string }>(
      world.database.fork(),
      sql`select * from send where intent_key = ${`test:${order}`}`,
    );
    expect(sends).toMatchObject([
      { purpose: 'service', interaction_id: null, body: expect.stringContaining('it is Dana') },
    ]);
  });

  test('is refused for what is no number, and for whoever has opted out', async () => {
    const wrong = await post('12');
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('mobile number'),
    ]);
    const george = '+16035550105';
    const stopped = await post(george);
    expect(await stopped.text()).toContain('has opted out');
  });

  test('cannot be made a campaign of', async () => {
    await world.database.transaction((em) =>
      run(
        em,
        sql`insert into "order" (id, workspace_id, user_id, kind, subject_type, ordered_at)
          select uuidv7(), ${world.alder.workspaceId}, ${world.alder.maren.id}, 'sequence.test', 'sequence', now() from generate_series(1, 30)`,
      ),
    );
    expect(await (await post('(603) 555-0198')).text()).toContain('within the hour');
  });
});

describe('versions', () => {
  test('one is published, compared with the one before, and brought back as the draft', async () => {
    const text = 'Hi {first_name|there}, may we fit storm windows at yours? Reply STOP to opt out.';
    await maren.post(`${base}/steps/st-first-note`, { ...(await basis()), text });
    const note = 'Shorter';
    const answer = await maren.post(
      `${base}/versions`,
      { ...(await basis()), note },
      { partial: true },
    );
    expect(await answer.text()).toContain('Version 2 is published');
    const page = parse(await html(`${base}/versions/2`));
    expect(page('.head').text()).toContain('Shorter');
    expect(page('.changes li').first().find('ins').text()).toContain('may we at');
    expect(page('.changes li').first().find('del').text()).toContain('it is Dana');
    expect(page('#steps > header').text()).toContain('1 changed, compared with version 1');

    await maren.post(`${base}/versions/1/restore`, { revision: (await basis()).revision });
    expect(parse(await html(`${base}/changes`))('#steps > header').text()).toContain('1 changed');
    await maren.post(`${base}/undo`, await basis());
    expect(parse(await html(`${base}/changes`))('#steps > header').text()).toContain(
      'nothing changed',
    );
  });

  test('a draft with an error is refused with the errors listed', async () => {
    await maren.post(`${base}/steps/st-first-note`, { ...(await basis()), text: '' });
    const answer = await maren.post(`${base}/versions`, await basis(), { partial: true });
    expect(answer.status).toBe(422);
    const said = await answer.text();
    expect(said).toContain('1 error is left in the draft');
    expect(said).toContain('has no text yet');
  });
});

describe('what goes on beside the page', () => {
  test('counts of the campaigns that run stand on the cards of their messages', async () => {
    const { workspaceId, campaignId, versionId, contacts } = world.alder;
    const { id: contactId, addressId } = contacts[0]!;
    const ids = { workspaceId, campaignId, contactId, addressId, versionId };
    const membershipId = await world.database.transaction((em) =>
      launchBare(em, { ...ids, stepId: 'st-reminder' }),
    );
    await run(
      world.database.fork(),
      sql`insert into send (workspace_id, intent_key, purpose, channel, state, address_id, campaign_id, membership_id, step_id, accepted_at)
        values (${workspaceId}, 'step:x', 'marketing', 'sms', 'delivered', ${addressId}, ${campaignId}, ${membershipId}, 'st-first-note', now())`,
    );
    const $ = parse(await html(`${base}/counts`));
    const on = (step: string) =>
      parse(
        $(`hx-partial[hx-target="#counts-${world.alder.sequenceId}-${step}"]`).html() ?? '',
      ).text();
    expect([on('st-first-note'), on('st-reminder')]).toEqual(['1 sent', '0 sent1 waiting for it']);
    expect(parse(await html(base))('#ver .stages').text()).toContain('Version 1, live');
  });

  test('news of somebody else’s edit bring the steps; to whoever edits one, only the word of it', async () => {
    const old = await basis();
    const news = (query: object) =>
      html(
        `${base}/news?${new URLSearchParams({ ...old, page: 'mine', open: '', ...query }).toString()}`,
      );
    expect(await news({})).not.toContain('#canvas');
    await maren.post(`${base}/steps/st-ten/move`, { ...old, page: 'theirs', after: '' });
    expect(await news({})).toContain('hx-target="#canvas"');
    const busy = await news({ open: 'st-reminder' });
    expect(busy).not.toContain('hx-target="#canvas"');
    expect(busy).toContain('changed this draft');
    expect(await news({ page: 'theirs' })).not.toContain('#canvas');
  });
});
