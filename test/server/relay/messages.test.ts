import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run, sql } from '#db/sql.ts';
import { addPerson, openOffice, type Office, type Person } from '#test/db/events/office.ts';
import { addSend, addWalk } from '#test/db/events/walk.ts';
import { text } from '../webhooks/post.ts';
import { addressOf, sceneOf } from './scene.ts';

let office: Office;
let scene: ReturnType<typeof sceneOf>;
let ruth: Person;
let last = 100;

beforeAll(async () => {
  office = await openOffice();
  scene = sceneOf(office);
});
afterAll(() => office.close());
beforeEach(async () => {
  ruth = await addPerson(office, `+1603555${1000 + (last += 1)}`);
  await confirmedBy('us');
  await run(office.database.fork(), sql`delete from outbox`);
});

/** What a person writes, and what the relay makes of it. */
async function hear(body: string, change: Record<string, string> = {}) {
  const fields = text(body, { From: ruth.value, ...change });
  await scene.post({ fields });
  await scene.applyAll();
  return fields.MessageSid;
}

const confirmedBy = (who: string) =>
  run(office.database.fork(), sql`update sender set confirms = ${who}`);

const sendsTo = () =>
  scene.read<{ body: string; purpose: string; state: string }>(
    sql`select body, purpose, state from send where address_id = ${ruth.addressId} and purpose <> 'marketing' order by id`,
  );

const membership = (id: string) =>
  scene.one<{ state: string; ending: string }>(
    sql`select state, ending from membership where id = ${id}`,
  );

const conversation = () =>
  scene.one<{ preview: string; needs_reply: boolean; state: string }>(
    sql`select * from conversation where contact_id = ${ruth.contactId}`,
  );

describe('a reply', () => {
  test('appears in the conversation of its contact and wants an answer', async () => {
    await hear('Is Thursday still open?');
    expect(await conversation()).toMatchObject({
      preview: 'Is Thursday still open?',
      needs_reply: true,
      state: 'open',
    });
  });

  test('ends every open walk of the address, also one that has not begun', async () => {
    const one = await addWalk(office, ruth);
    const two = await addWalk(office, ruth, 'enrolled');
    await hear('Yes please');
    for (const { membershipId } of [one, two]) {
      expect(await membership(membershipId)).toEqual({ state: 'ended', ending: 'replied' });
      expect(await scene.outbox()).toContainEqual({
        kind: 'membership.ended',
        key: membershipId,
        payload: { ending: 'replied' },
      });
    }
  });

  test('that a telephone wrote by itself is shown and ends nothing', async () => {
    const { membershipId } = await addWalk(office, ruth);
    await hear("I'm driving with Do Not Disturb While Driving turned on.");
    expect(await membership(membershipId)).toMatchObject({ state: 'walking' });
    expect(await conversation()).toMatchObject({ needs_reply: false });
  });

  test('goes to the one of two who share a number that was last written to from that sender', async () => {
    const noor = await addPerson(office, ruth.value);
    await addSend(office, ruth);
    await addSend(office, noor);
    await hear('Who is this?');
    const owner = await scene.one(
      sql`select contact_id from interaction where direction = 'in' and address_id = ${ruth.addressId}`,
    );
    expect(owner).toEqual({ contact_id: noor.contactId });
  });

  test('of an unknown number makes a contact, who keeps the number they wrote to', async () => {
    await hear('Do you do roofs?', { From: '+16175550199' });
    const made = await scene.one(
      sql`select c.source, a.zone, a.sender_id, k.preview from address a
      join contact_address x on x.address_id = a.id join contact c on c.id = x.contact_id
      join conversation k on k.contact_id = c.id where a.value = '+16175550199'`,
    );
    expect(made).toEqual({
      source: 'inbound',
      zone: 'America/New_York',
      sender_id: office.senderId,
      preview: 'Do you do roofs?',
    });
  });

  test('with pictures asks for each to be fetched', async () => {
    await hear('', {
      NumMedia: '1',
      MediaUrl0: 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1',
      MediaContentType0: 'image/png',
    });
    expect((await scene.outbox()).map(({ kind }) => kind)).toContain('attachment.fetch');
  });

  test('to a number that is none of ours is a dead letter with the reason', async () => {
    const sid = await hear('Hello', { To: '+16035559999' });
    const event = await scene.one(
      sql`select state, reason from provider_event where dedupe_key = ${sid}`,
    );
    expect(event).toEqual({ state: 'dead', reason: 'no-sender' });
  });
});

describe('STOP', () => {
  test('ends the walks as an opt-out and is confirmed exactly once', async () => {
    const { membershipId } = await addWalk(office, ruth);
    await hear('STOP');
    await hear('stop');
    expect(await membership(membershipId)).toEqual({ state: 'ended', ending: 'opted-out' });
    expect(await sendsTo()).toMatchObject([{ purpose: 'confirmation', state: 'queued' }]);
    expect((await sendsTo())[0]?.body).toContain('Alder & Tide');
    expect(await conversation()).toMatchObject({ needs_reply: false });
  });

  test('is confirmed by the provider where the sender says so, not by us', async () => {
    await confirmedBy('provider');
    await hear('STOP');
    expect(await sendsTo()).toEqual([]);
  });

  test('in a word that the provider does not know is confirmed by us in any case', async () => {
    await confirmedBy('provider');
    await hear('baja');
    expect(await sendsTo()).toHaveLength(1);
  });

  test('that the provider says it has handled is not confirmed again', async () => {
    await hear('STOP', { OptOutType: 'STOP' });
    expect(await sendsTo()).toEqual([]);
    expect((await addressOf(office, ruth.value))?.blocked).toContain('sms');
  });
});

describe('a stop in ordinary words', () => {
  test('is as binding as a keyword, is confirmed once by us, and is shown to a person', async () => {
    await confirmedBy('provider');
    const { membershipId } = await addWalk(office, ruth);
    await hear('please take me off your list');
    expect(await membership(membershipId)).toMatchObject({ ending: 'opted-out' });
    expect((await addressOf(office, ruth.value))?.blocked).toContain('sms');
    expect(await sendsTo()).toHaveLength(1);
    expect(await conversation()).toMatchObject({ needs_reply: true });
  });
});

describe('START', () => {
  test('lifts what STOP did, records a consent, and is confirmed', async () => {
    await hear('STOP');
    await hear('START');
    const address = await addressOf(office, ruth.value);
    expect(address).toMatchObject({ blocked: [], consents: { sms: 'given' } });
    expect((await sendsTo()).map(({ purpose }) => purpose)).toEqual([
      'confirmation',
      'confirmation',
    ]);
  });

  test('that was received before a STOP never lifts it, though it is applied later', async () => {
    await hear('STOP');
    await scene.post({ fields: text('START', { From: ruth.value }) });
    await scene.post({ fields: text('STOP', { From: ruth.value }) });
    await scene.applyAll();
    expect((await addressOf(office, ruth.value))?.blocked).toContain('sms');
  });

  test('of somebody on an imported list opens texts and leaves e-mail closed', async () => {
    await run(
      office.database.fork(),
      sql`insert into suppression (workspace_id, address_id, reason) values (${office.workspaceId}, ${ruth.addressId}, 'import')`,
    );
    await hear('unstop');
    expect((await addressOf(office, ruth.value))?.blocked).toEqual(['email']);
  });

  test('does not open what was erased', async () => {
    await run(
      office.database.fork(),
      sql`insert into suppression (workspace_id, address_id, reason) values (${office.workspaceId}, ${ruth.addressId}, 'erased')`,
    );
    await hear('START');
    expect((await addressOf(office, ruth.value))?.blocked).toEqual(['*']);
  });

  test('in the form of a bare yes counts only for those who had stopped', async () => {
    const { membershipId } = await addWalk(office, ruth);
    await hear('yes');
    expect(await membership(membershipId)).toMatchObject({ ending: 'replied' });
    await hear('STOP');
    await hear('Yes!');
    expect((await addressOf(office, ruth.value))?.blocked).toEqual([]);
  });
});

test('HELP is answered with the name of the firm and where to ask, and ends nothing', async () => {
  const { membershipId } = await addWalk(office, ruth);
  await hear('help');
  expect(await sendsTo()).toMatchObject([{ purpose: 'service' }]);
  expect((await sendsTo())[0]?.body).toMatch(/Alder & Tide.*603 555 0100/);
  expect(await membership(membershipId)).toMatchObject({ state: 'walking' });
});
