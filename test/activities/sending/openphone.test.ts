import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSequenceActivities } from '#activities/sequences.ts';
import { decideSends } from '#db/sending/unconfirmed.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { apiKey, connectOpenPhone, type ConnectedOpenPhone } from '#test/support/openphone.ts';
import { openSendingWorld, rowOf, type SendingWorld } from '#test/support/sending.ts';

let w: SendingWorld;
let quo: ConnectedOpenPhone;
beforeEach(async () => {
  w = await openSendingWorld();
  quo = await connectOpenPhone(w);
});
afterEach(() => w.end());

const step = (membershipId: string, stepId = 'st-first-note') =>
  createSequenceActivities(w.world).sendStep({ membershipId, stepId, visit: 1 });

const change = (statement: ReturnType<typeof sql>) =>
  w.database.transaction((em) => run(em, statement));

const freeTheLine = () => change(sql`update sender set free_at = null, busy_until = null`);
const callIsOver = () =>
  change(sql`update send set call_deadline_at = clock_timestamp() - interval '1 second'`);
const halfAMinuteOn = () =>
  change(sql`update send set looked_at = clock_timestamp() - interval '31 seconds'`);
const refuse = (code: string | null) => quo.control('/settings', 'PATCH', { refuseSends: code });

const alerts = () =>
  rows<{ kind: string; reason: string }>(
    w.database.fork(),
    sql`select kind, detail->>'reason' as reason from alert where closed_at is null order by opened_at`,
  );

describe('a step by a number of OpenPhone', () => {
  test('goes to the phone once, at no price that anybody knows', async () => {
    const membershipId = await w.walkOf('Walt');
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    const ledger = await w.sandbox.ledger();
    expect(ledger).toMatchObject([{ to: '+16035550101', provider: 'openphone' }]);
    const [send] = await w.sends();
    expect(send).toMatchObject({ state: 'accepted', attempt: 1, providerId: ledger[0]?.sid });
    expect(await rowOf(w, 'send', send?.id ?? '')).toMatchObject({
      provider_account_id: quo.accountId,
      estimate_micros: null,
      price_micros: null,
    });
  });

  test('shows once in the thread, by the provider’s id', async () => {
    await step(await w.walkOf('Walt'));
    const shown = await rows(
      w.database.fork(),
      sql`select i.provider_account_id, i.provider_id, i.send_id = s.id as ours from interaction i join send s on s.interaction_id = i.id
      where s.workspace_id = ${w.alder.workspaceId} and s.membership_id is not null`,
    );
    const [message] = await w.sandbox.ledger();
    expect(shown).toEqual([
      { provider_account_id: quo.accountId, provider_id: message?.sid, ours: true },
    ]);
  });
});

describe('when OpenPhone', () => {
  test('takes the message and its answer is cut, the message is found and not sent again', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutAfter: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    await callIsOver();
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    const ledger = await w.sandbox.ledger();
    expect(ledger).toHaveLength(1);
    expect((await w.sends())[0]).toMatchObject({ providerId: ledger[0]?.sid, attempt: 1 });
  });

  test('never got it, two looks half a minute apart prove that, and it goes once', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutBefore: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    await callIsOver();
    await expect(step(membershipId)).rejects.toThrow('no-proof');
    await halfAMinuteOn();
    await expect(step(membershipId)).rejects.toThrow('not-taken');
    await freeTheLine();
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect(await w.sandbox.ledger()).toHaveLength(1);
  });

  test('has too much to do, it is tried again, and nothing was taken', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ tooMany: { requests: 1 } });
    await expect(step(membershipId)).rejects.toThrow('busy');
    await freeTheLine();
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect(await w.sandbox.ledger()).toHaveLength(1);
  });

  test('errs with 500, nobody knows, and the list decides', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ serverErrors: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    expect((await w.sends())[0]).toMatchObject({ state: 'sending' });
  });

  test('has no registration or no credit, the campaign pauses by itself and says why', async () => {
    await refuse('0206400');
    const membershipId = await w.walkOf('Walt');
    await expect(step(membershipId)).rejects.toThrow('sender-not-registered');
    expect(await rowOf(w, 'campaign', w.alder.campaignId)).toMatchObject({ state: 'paused' });
    expect(await alerts()).toContainEqual({
      kind: 'campaign-stopped',
      reason: 'sender-not-registered',
    });
    expect(await w.sandbox.ledger()).toEqual([]);
  });

  test('says that carriers take no more today, it waits an hour', async () => {
    await refuse('0204403');
    const membershipId = await w.walkOf('Walt');
    const result = await step(membershipId);
    expect(result).toMatchObject({ kind: 'held', why: 'carrier-limit' });
    expect((await w.sends())[0]).toMatchObject({ state: 'held', errorCode: '0204403' });
  });

  test('has the number no more, it rests, and the message goes by another', async () => {
    const membershipId = await w.walkOf('Walt');
    await change(sql`update sender set rotation = value = ${quo.number.value}`);
    await quo.control(`/objects/${quo.number.id}`, 'DELETE');
    await expect(step(membershipId)).rejects.toThrow('sender-cannot-text');
    expect(await alerts()).toContainEqual({ kind: 'sender-paused', reason: 'sender-cannot-text' });
  });

  test('is asked too much at once, what would wait over two seconds is put off', async () => {
    await change(sql`insert into request_pace (workspace_id, provider_account_id, lane, free_at)
      values (${w.alder.workspaceId}, ${quo.accountId}, 'all', clock_timestamp() + interval '20 seconds')
      on conflict (provider_account_id, lane) do update set free_at = excluded.free_at`);
    const before = await firstRow(w.database.fork(), sql`select free_at from request_pace`);
    await expect(step(await w.walkOf('Walt'))).rejects.toMatchObject({
      message: 'busy',
      nextRetryDelay: expect.anything(),
    });
    expect(await firstRow(w.database.fork(), sql`select free_at from request_pace`)).toEqual(
      before,
    );
    expect(await w.sandbox.ledger()).toEqual([]);
  });
});

describe('while a call has no answer', () => {
  /** Somebody writes to Walt from the same number, in the app of OpenPhone. */
  async function writtenThere(content: string, from: string): Promise<void> {
    const answer = await fetch(`${w.sandbox.url}/v1/messages`, {
      method: 'POST',
      headers: { Authorization: apiKey, 'Content-Type': 'application/json' },
      body: JSON.stringify({ content, from, to: ['+16035550101'] }),
    });
    expect(answer.status).toBe(202);
  }
  const decide = (verdict: 'arrived' | 'lost', sendId: string) =>
    w.database.transaction((em) =>
      decideSends(em, {
        orderId: v7(),
        workspaceId: w.alder.workspaceId,
        userId: w.alder.maren.id,
        sendIds: [sendId],
        verdict,
      }),
    );
  const from = async () =>
    (
      await firstRow<{ value: string }>(
        w.database.fork(),
        sql`select n.value from send s join sender n on n.id = s.sender_id where s.membership_id is not null`,
      )
    )?.value ?? '';

  test('another word by the same number is not taken for ours: a person decides', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutBefore: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    await writtenThere('I call you tonight.', await from());
    await callIsOver();
    await expect(step(membershipId)).rejects.toThrow('no-proof');
    await halfAMinuteOn();
    expect(await step(membershipId)).toEqual({ kind: 'parked', why: 'unconfirmed' });
    expect(await step(membershipId)).toEqual({ kind: 'parked', why: 'unconfirmed' });
    const [send] = await w.sends();
    expect(send).toMatchObject({ state: 'unconfirmed', providerId: null });

    await decide('arrived', send?.id ?? '');
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect((await w.sends())[0]).toMatchObject({ state: 'accepted', providerId: null });
    expect(await w.sandbox.ledger()).toHaveLength(1);
  });

  test('a person who says that it is lost has it sent once more, through the gate', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutBefore: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    await writtenThere('I call you tonight.', await from());
    await callIsOver();
    await expect(step(membershipId)).rejects.toThrow('no-proof');
    await halfAMinuteOn();
    await step(membershipId);
    await decide('lost', (await w.sends())[0]?.id ?? '');
    await freeTheLine();
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect((await w.sandbox.ledger()).map(({ body }) => body)).toEqual([
      'I call you tonight.',
      expect.stringContaining('Hi Walt'),
    ]);
  });

  test('our own is found beside it, also where it was written later', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutAfter: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    await writtenThere('I call you tonight.', await from());
    await callIsOver();
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    const [ours] = await w.sandbox.ledger();
    expect((await w.sends())[0]).toMatchObject({ providerId: ours?.sid });
  });
});
