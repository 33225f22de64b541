import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addInteraction, conversationOf } from '#db/conversations.ts';
import { replayEvent } from '#db/events/replay.ts';
import { run, sql } from '#db/sql.ts';
import { addPerson, openOffice, type Office, type Person } from '#test/db/events/office.ts';
import { addSend, addWalk } from '#test/db/events/walk.ts';
import { status } from '../webhooks/post.ts';
import { addressOf, sceneOf } from './scene.ts';

let office: Office;
let scene: ReturnType<typeof sceneOf>;
let ruth: Person;
let sid: string;
let last = 100;

beforeAll(async () => {
  office = await openOffice();
  scene = sceneOf(office);
});
afterAll(() => office.close());
beforeEach(async () => {
  last += 1;
  ruth = await addPerson(office, `+1603555${1000 + last}`);
  sid = `SM${last}`;
  await run(office.database.fork(), sql`delete from outbox`);
});

/** What the provider tells of a message; `send` rides in the callback's address. */
async function tell(state: string, change: Record<string, string> = {}, send?: string) {
  const query = send ? `?send=${send}` : '';
  const path = `/webhooks/twilio/demo/status${query}`;
  await scene.post({ path, fields: status(sid, state, change) });
  await scene.applyAll();
}

const send = (id: string) =>
  scene.one<{ state: string; provider_id: string; error_code: string; accepted_at: Date }>(
    sql`select * from send where id = ${id}`,
  );

const event = () =>
  scene.one<{ state: string; reason: string; attempts: number; id: string }>(
    sql`select * from provider_event where order_key = ${sid} order by id desc`,
  );

describe('states', () => {
  test('move a send forward and never back, in whatever order they come', async () => {
    const id = await addSend(office, ruth, { providerId: sid });
    for (const state of ['delivered', 'sent', 'queued']) await tell(state);
    expect(await send(id)).toMatchObject({ state: 'delivered' });
  });

  test('of a first final word stay, whatever comes after', async () => {
    const id = await addSend(office, ruth, { providerId: sid });
    await tell('undelivered', { ErrorCode: '30008' });
    await tell('delivered');
    expect(await send(id)).toMatchObject({ state: 'undelivered', error_code: '30008' });
  });

  test('show in the thread', async () => {
    const id = await addSend(office, ruth, { providerId: sid });
    await office.database.transaction(async (em) => {
      const to = { workspaceId: office.workspaceId, contactId: ruth.contactId };
      const conversationId = await conversationOf(em, { ...to, at: new Date() });
      await addInteraction(em, {
        ...to,
        conversationId,
        kind: 'message',
        channel: 'sms',
        direction: 'out',
        body: 'Hello',
        at: new Date(),
        sendId: id,
        state: 'accepted',
      });
    });
    await tell('delivered');
    const shown = await scene.one(sql`select state from interaction where send_id = ${id}`);
    expect(shown).toEqual({ state: 'delivered' });
  });

  test('carry price and segments where the provider tells them', async () => {
    const id = await addSend(office, ruth, { providerId: sid });
    await tell('sent', { Price: '-0.0079', NumSegments: '2' });
    expect(await send(id)).toMatchObject({ price_micros: 7900, segments: 2 });
  });

  test('are signalled to the walk only when its step awaits the delivery', async () => {
    const { membershipId } = await addWalk(office, ruth);
    const id = await addSend(office, ruth, { providerId: sid, membershipId });
    await tell('sent');
    expect(await scene.outbox()).toEqual([]);
    await run(
      office.database.fork(),
      sql`update membership set awaits = 'delivery' where id = ${membershipId}`,
    );
    await tell('delivered');
    expect(await scene.outbox()).toMatchObject([{ kind: 'membership.wake', key: membershipId }]);
    expect(await send(id)).toMatchObject({ state: 'delivered' });
  });
});

describe('a callback with our id', () => {
  test('proves that a message was taken of which the answer never came', async () => {
    const id = await addSend(office, ruth, { state: 'sending' });
    await tell('sent', {}, id);
    expect(await send(id)).toMatchObject({ state: 'sent', provider_id: sid });
    expect((await send(id))?.accepted_at).toBeInstanceOf(Date);
    expect(await scene.outbox()).toEqual([]);
  });

  test('wakes the walk that stood still because nobody knew', async () => {
    const { membershipId } = await addWalk(office, ruth);
    const id = await addSend(office, ruth, { state: 'unconfirmed', membershipId });
    await tell('delivered', {}, id);
    expect(await send(id)).toMatchObject({ state: 'delivered' });
    expect(await scene.outbox()).toMatchObject([{ kind: 'membership.wake', key: membershipId }]);
  });

  test('of a second message for the same send is kept for a person to see', async () => {
    const id = await addSend(office, ruth, { providerId: `${sid}-first` });
    await tell('delivered', {}, id);
    expect(await event()).toMatchObject({ state: 'dead', reason: 'second-message' });
    expect(await send(id)).toMatchObject({ state: 'accepted' });
  });

  test('of another workspace moves nothing', async () => {
    await tell('delivered', {}, '0199a000-0000-7000-8000-000000000001');
    expect(await event()).toMatchObject({ state: 'new', reason: 'unknown-message' });
  });
});

describe('a callback that overtakes the record of its message', () => {
  test('is put off, and applied when the record is there', async () => {
    await tell('delivered');
    expect(await event()).toMatchObject({ state: 'new', reason: 'unknown-message', attempts: 1 });
    const id = await addSend(office, ruth, { providerId: sid });
    await due();
    await scene.applyAll();
    expect(await send(id)).toMatchObject({ state: 'delivered' });
    expect(await event()).toMatchObject({ state: 'applied', reason: null });
  });

  test('is a dead letter after a quarter of an hour, and can be replayed', async () => {
    await tell('delivered');
    await run(
      office.database.fork(),
      sql`update provider_event set received_at = now() - interval '16 minutes', attempts = 8, next_at = now() where order_key = ${sid}`,
    );
    await scene.applyAll();
    expect(await event()).toMatchObject({ state: 'dead', reason: 'unknown-message' });

    const id = await addSend(office, ruth, { providerId: sid });
    const eventId = (await event())?.id ?? '';
    const { workspaceId } = office;
    const replay = () =>
      office.database.transaction((em) => replayEvent(em, { workspaceId, eventId }));
    expect(await replay()).toBe(true);
    await scene.applyAll();
    expect(await send(id)).toMatchObject({ state: 'delivered' });
    expect(await replay()).toBe(false);
  });

  const due = () =>
    run(office.database.fork(), sql`update provider_event set next_at = now() where state = 'new'`);
});

describe('a failure', () => {
  test('because the person has opted out at the provider suppresses the number', async () => {
    const { membershipId } = await addWalk(office, ruth);
    await addSend(office, ruth, { providerId: sid });
    await tell('failed', { ErrorCode: '21610' });
    expect((await addressOf(office, ruth.value))?.blocked).toEqual(['sms']);
    const walk = await scene.one(sql`select ending from membership where id = ${membershipId}`);
    expect(walk).toEqual({ ending: 'suppressed' });
  });

  test('because the number does not exist marks it invalid', async () => {
    await addSend(office, ruth, { providerId: sid });
    await tell('undelivered', { ErrorCode: '30005' });
    expect(await addressOf(office, ruth.value)).toMatchObject({ invalid_reason: 'unknown-number' });
  });

  test('that would meet every message stops the campaign with an alert', async () => {
    const { campaignId } = await addWalk(office, ruth);
    await addSend(office, ruth, { providerId: sid, campaignId });
    await tell('undelivered', { ErrorCode: '30034' });
    expect(
      await scene.one(sql`select state, alert from campaign where id = ${campaignId}`),
    ).toEqual({ state: 'paused', alert: 'sender-not-registered' });
  });
});
