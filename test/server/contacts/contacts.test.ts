import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contactDetail } from '#db/contacts/page.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { expectNoLiterals, expectValidHtml, parse } from '#test/support/html.ts';
import { importList } from '#test/support/imports.ts';
import { formValues } from '#test/support/imports/forms.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let maren: Visitor;
let workspaceId: string;

beforeAll(async () => {
  world = await openWorld();
  workspaceId = world.alder.workspaceId;
  maren = await openApp(world).as(world.alder.maren);
});

afterAll(() => world.end());

let iris: string;
let number = 0;

beforeEach(async () => {
  number += 1;
  iris = await added(
    'Iris',
    `916-555-01${String(number).padStart(2, '0')}`,
    `iris${number}@example.com`,
  );
});

describe('the list', () => {
  test.each([
    ['a name', 'bren wal'],
    ['a part of a number', '(603) 555-0101'],
    ['an e-mail address', 'walt.brennan@'],
    ['a town', 'brennan portsmouth'],
  ])('is found by %s', async (_, q) => {
    const $ = parse(await (await maren.get(`/contacts?q=${encodeURIComponent(q)}`)).text());
    expect($('#contact-list tbody tr').length).toBeGreaterThan(0);
    expect($('#contact-list').text()).toContain('Walt Brennan');
  });

  test('takes wildcards as what they are', async () => {
    expect(parse(await (await maren.get('/contacts?q=%25%25%25')).text())('tbody tr').length).toBe(
      0,
    );
  });

  test('goes on at a second page without repeating or leaving out anybody', async () => {
    const seen: string[] = [];
    for (let path: string | undefined = '/contacts'; path;) {
      const $ = parse(await (await maren.get(path)).text());
      seen.push(
        ...$('tbody [data-select]')
          .map((_, box) => String($(box).val()))
          .get(),
      );
      path =
        $('.pager a').last().text() === 'Older' ? $('.pager a').last().attr('href') : undefined;
    }
    const all = await firstRow<{ n: number }>(
      world.database.fork(),
      sql`select count(*) as n from contact where workspace_id = ${workspaceId} and merged_into is null and erased_at is null`,
    );
    expect(new Set(seen).size).toBe(all?.n);
    expect(seen.length).toBe(all?.n);
  });

  test('narrows by consent, tag and place', async () => {
    const count = async (query: string) =>
      parse(await (await maren.get(`/contacts?${query}`)).text())('tbody tr').length;
    expect(await count('consent=blocked')).toBeGreaterThan(0);
    expect(await count('consent=blocked&consent=given')).toBeGreaterThan(0);
    expect(await count('tag=roof&region=ME')).toBeGreaterThan(0);
    expect(await count('tag=roof&region=ZZ')).toBe(0);
    expect(await count('conversation=yes')).toBeLessThan(await count(''));
  });

  test('tags the chosen, and all that fit, once', async () => {
    const order = uuidv7();
    const form = { order, tag: 'ridge', selected: [iris] };
    await maren.post('/contacts/tags?action=add', form, { partial: true });
    const again = await maren.post('/contacts/tags?action=add', form, { partial: true });
    expect(await again.text()).toContain('“ridge”: 1 contact changed.');
    await maren.post('/contacts/tags?action=remove&tag=ridge', { tag: 'ridge', everyone: 'yes' });
    expect((await detail(iris)).tags).toEqual([]);
    expect((await detail(iris)).editedFields).toContain('tag.ridge');
  });

  test('asks for a tag and for people', async () => {
    const without = await maren.post(
      '/contacts/tags?action=add',
      { selected: iris, tag: ' ' },
      { partial: true },
    );
    expect(without.status).toBe(422);
    const nobody = await maren.post('/contacts/tags?action=add', { tag: 'x' }, { partial: true });
    expect(await nobody.text()).toContain('Choose contacts first.');
  });
});

describe('the file of contacts', () => {
  test('holds no formula, and is read again by an import that changes nothing', async () => {
    await added('=HYPERLINK("http://x")', '916-555-0199', '');
    const answer = await maren.get('/contacts.csv?q=916555');
    const text = await answer.text();
    expect(answer.headers.get('content-disposition')).toContain('contacts.csv');
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).not.toMatch(/(?:^|,)"?[=@]/m);
    const { alder, database, blobs } = world;
    const again = await importList(
      { database, blobs, workspaceId, userId: alder.maren.id },
      Buffer.from(text),
    );
    expect(again).toMatchObject({ created: 0, rejected: 0 });
  });
});

describe('a contact', () => {
  test('made by hand has its number and its e-mail address', async () => {
    const made = await maren.post('/contacts', {
      firstName: 'Odile',
      mobile: '(802) 555-0126',
      email: 'Odile@Example.com',
      country: 'US',
    });
    const $ = parse(await (await maren.get(made.headers.get('location') ?? '')).text());
    expect($('#addresses').text()).toContain('(802) 555-0126');
    expect($('#addresses').text()).toContain('odile@example.com');
  });

  test.each([
    [{}, 'Write a name, a company, a number or an e-mail address.'],
    [{ firstName: 'Odile', mobile: '555-01' }, 'This is no number that can be reached.'],
    [{ firstName: 'Odile', email: 'odile@' }, 'Write a full e-mail address'],
  ])('that says too little or wrong things is not made', async (form, sentence) => {
    const refused = await maren.post('/contacts', form);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(sentence);
  });

  test('keeps what a person changes, and remembers that they did', async () => {
    const values = formValues(
      await (await maren.get(`/contacts/${iris}/edit`)).text(),
      '#contact-form',
    );
    const saved = await maren.post(`/contacts/${iris}`, {
      ...values,
      lastName: 'Vane',
      newField: 'Gate code',
      newValue: '4711',
    });
    expect(saved.status).toBe(303);
    expect(await detail(iris)).toMatchObject({
      lastName: 'Vane',
      custom: { gate_code: { type: 'text', value: '4711' } },
      editedFields: expect.arrayContaining(['lastName', 'custom.gate_code']) as string[],
    });
  });

  test('changed by two at once keeps the first, and shows the second both', async () => {
    const values = formValues(
      await (await maren.get(`/contacts/${iris}/edit`)).text(),
      '#contact-form',
    );
    await maren.post(`/contacts/${iris}`, { ...values, order: uuidv7(), city: 'Rye' });
    const late = await maren.post(
      `/contacts/${iris}`,
      { ...values, order: uuidv7(), city: 'Exeter' },
      { partial: true },
    );
    expect(late.status).toBe(409);
    const $ = parse(await late.text());
    expect($('[name=city]').val()).toBe('Exeter');
    expect($('#f-city-hint').text()).toBe('Now: Rye');
    const again = await maren.post(
      `/contacts/${iris}`,
      formValues(`<!doctype html><body>${$.html()}`, '#contact-form'),
    );
    expect(again.status).toBe(303);
    expect((await detail(iris)).city).toBe('Exeter');
  });

  test('gets and loses numbers', async () => {
    const wrong = await maren.post(
      `/contacts/${iris}/addresses`,
      { value: 'nobody' },
      { partial: true },
    );
    expect(await wrong.text()).toContain(
      'neither a number that can be reached nor an e-mail address',
    );
    const more = await maren.post(
      `/contacts/${iris}/addresses`,
      { value: '(802) 555-0138' },
      { partial: true },
    );
    expect(more.headers.get('hx-trigger')).toContain('modal:close');
    expect(await more.text()).toContain('(802) 555-0138');
    const id = await addressId('+18025550138');
    const less = await maren.delete(`/contacts/${iris}/addresses/${id}`, { partial: true });
    expect(await less.text()).not.toContain('555-0138');
  });

  test('is opted out and in again by a person, with proof', async () => {
    const id = await addressId(`+191655501${String(number).padStart(2, '0')}`);
    const path = `/contacts/${iris}/addresses/${id}/consent`;
    const form = {
      what: 'suppress',
      channel: 'sms',
      day: '2026-11-02',
      note: 'Said so at the door',
    };
    expect(
      await (await maren.post(path, { ...form, note: '' }, { partial: true })).text(),
    ).toContain('it is the proof');
    expect(await (await maren.post(path, form, { partial: true })).text()).toContain(
      'opted out of SMS',
    );
    const lifted = await maren.post(
      path,
      { ...form, what: 'lift', note: 'Asked for texts again' },
      { partial: true },
    );
    expect(await lifted.text()).not.toContain('opted out of SMS');
  });

  test('who opted out by text is opted in by nobody else', async () => {
    const id = await addressId(`+191655501${String(number).padStart(2, '0')}`);
    await run(
      world.database.fork(),
      sql`insert into suppression (workspace_id, address_id, channel, reason) values (${workspaceId}, ${id}, 'sms', 'keyword')`,
    );
    const form = { what: 'lift', channel: 'sms', day: '2026-11-02', note: 'They told me' };
    const refused = await maren.post(`/contacts/${iris}/addresses/${id}/consent`, form, {
      partial: true,
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Only they can undo it, by texting START.');
  });
});

test('a contact of another workspace is not there, whatever one does with it', async () => {
  const lien = await openApp(world).as(world.clinique.lien);
  for (const path of ['', '/edit', '/merge', '/timeline', '/erasure', '/addresses']) {
    expect((await lien.get(`/contacts/${iris}${path}`)).status).toBe(404);
  }
  expect((await lien.post(`/contacts/${iris}`, { firstName: 'X' })).status).toBe(404);
  await lien.post('/contacts/tags?action=add', { tag: 'theirs', selected: iris });
  expect((await detail(iris)).tags).toEqual([]);
});

test('the pages say nothing from outside the catalogue, and are valid', async () => {
  const foreign = await openApp(world).as(world.alder.maren);
  await run(
    world.database.fork(),
    sql`update app_user set locale = 'xx' where id = ${world.alder.maren.id}`,
  );
  const data = [
    'Maren Okafor',
    'maren@aldertide.example',
    'Alder & Tide',
    'MO',
    'Iris',
    `iris${number}@example.com`,
    'America/Los_Angeles',
  ];
  for (const path of [
    '/contacts?q=nobodyatall',
    '/contacts/new',
    `/contacts/${iris}`,
    `/contacts/${iris}/edit`,
    `/contacts/${iris}/merge?q=zzz`,
  ]) {
    const html = await (await foreign.get(path)).text();
    expectNoLiterals(html.replace(/<option value="[^"]*">[^<⟦]*<\/option>/g, ''), data);
    await expectValidHtml(html);
  }
  await run(
    world.database.fork(),
    sql`update app_user set locale = null where id = ${world.alder.maren.id}`,
  );
});

async function added(
  firstName: string,
  mobile: string,
  email: string,
  more: object = {},
): Promise<string> {
  const made = await maren.post('/contacts', { firstName, mobile, email, country: 'US', ...more });
  return made.headers.get('location')?.slice('/contacts/'.length) ?? '';
}

async function detail(contactId: string) {
  const found = await contactDetail(world.database.fork(), { workspaceId, contactId });
  if (!found) throw new Error('no such contact');
  return found;
}

async function addressId(value: string): Promise<string> {
  const found = await firstRow<{ id: string }>(
    world.database.fork(),
    sql`select id from address where workspace_id = ${workspaceId} and value = ${value}`,
  );
  return found?.id ?? '';
}
