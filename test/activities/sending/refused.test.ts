import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallResult } from '#activities/providers/provider.ts';
import { createSequenceActivities } from '#activities/sequences.ts';
import { rows, run, sql } from '#db/sql.ts';
import { openSendingWorld, rowOf, type SendingWorld } from '#test/support/sending.ts';

let w: SendingWorld;
let answers: CallResult[];
let calls: string[];

beforeEach(async () => {
  w = await openSendingWorld();
  answers = [];
  calls = [];
});
afterEach(() => w.end());

const accepted: CallResult = {
  kind: 'accepted',
  providerId: 'SM1',
  segments: 1,
  priceMicros: null,
};

/** The step of one walk, with a provider that answers what the test says. */
function step(membershipId: string) {
  const provider = {
    send: async ({ from }: { from: string }) => {
      calls.push(from);
      return answers.shift() ?? { ...accepted, providerId: `SM${calls.length}` };
    },
    list: async () => [],
    check: async () => ({ ok: true as const }),
  };
  const world = { ...w.world, provider: async () => provider };
  return createSequenceActivities(world).sendStep({
    membershipId,
    stepId: 'st-first-note',
    visit: 1,
  });
}

const refusedWith = (code: number): CallResult => ({ kind: 'refused', code: String(code) });

const addressOf = (name: string) => {
  const contact = w.alder.contacts.find(({ firstName }) => firstName === name);
  return rowOf(w, 'address', contact?.addressId ?? '');
};

const alerts = () =>
  rows<{ kind: string; open: boolean }>(
    w.database.fork(),
    sql`select kind, closed_at is null as open from alert order by opened_at`,
  );

describe('when the provider refuses because', () => {
  test('the person has opted out there, they are suppressed here, in every campaign', async () => {
    answers = [refusedWith(21610)];
    const membershipId = await w.walkOf('Walt');
    expect(await step(membershipId)).toEqual({ kind: 'over', ending: 'suppressed' });
    expect((await addressOf('Walt'))['blocked']).toContain('sms');
    expect((await w.sends())[0]).toMatchObject({ state: 'refused', errorCode: '21610' });
  });

  test('the number is none, it is marked, and nothing goes there again', async () => {
    answers = [refusedWith(21211)];
    expect(await step(await w.walkOf('Walt'))).toMatchObject({ kind: 'over', ending: 'failed' });
    expect((await addressOf('Walt'))['invalid_reason']).not.toBeNull();
  });

  test('our number cannot text, it rests, and the same message goes from another', async () => {
    answers = [refusedWith(21606)];
    const membershipId = await w.walkOf('Ingrid');
    await expect(step(membershipId)).rejects.toThrow('sender-cannot-text');
    expect(await alerts()).toContainEqual({ kind: 'sender-paused', open: true });
    const resting = await rows<{ value: string }>(
      w.database.fork(),
      sql`select value from sender where state = 'paused'`,
    );
    expect(resting.map(({ value }) => value)).toEqual([calls[0]]);
  });

  test('the credentials are wrong, the campaign pauses by itself and says why', async () => {
    answers = [refusedWith(20003)];
    const membershipId = await w.walkOf('Walt');
    await expect(step(membershipId)).rejects.toThrow('credentials-refused');
    expect(await rowOf(w, 'campaign', w.alder.campaignId)).toMatchObject({
      state: 'paused',
      alert: 'credentials-refused',
    });
    expect(await step(membershipId)).toMatchObject({ kind: 'parked' });
    expect(calls).toHaveLength(1);
  });

  test('it wants to be asked later, it is, a bounded number of times', async () => {
    const membershipId = await w.walkOf('Walt');
    answers = [refusedWith(21611)];
    expect(await step(membershipId)).toMatchObject({ kind: 'held' });
    expect((await w.sends())[0]).toMatchObject({ state: 'held', errorCode: '21611' });
    await w.database.transaction((em) => run(em, sql`update send set attempt = 9`));
    await w.database.transaction((em) =>
      run(em, sql`update sender set free_at = null, busy_until = null`),
    );
    answers = [refusedWith(21611)];
    expect(await step(membershipId)).toMatchObject({ kind: 'over', ending: 'failed' });
  });
});

describe('a provider that is not reached', () => {
  test('is shown until it answers, and the message goes then', async () => {
    answers = [{ kind: 'unreachable', code: 'ECONNREFUSED' }];
    const membershipId = await w.walkOf('Walt');
    await expect(step(membershipId)).rejects.toThrow('provider-down');
    expect(await alerts()).toEqual([{ kind: 'provider-down', open: true }]);
    await w.database.transaction((em) =>
      run(em, sql`update sender set free_at = null, busy_until = null`),
    );
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect(await alerts()).toEqual([{ kind: 'provider-down', open: false }]);
    expect(calls).toHaveLength(2);
  });
});

describe('a stop that is stored while a call is under way', () => {
  test('lets it finish, is counted, and ends the walk', async () => {
    const membershipId = await w.walkOf('Walt');
    const contact = w.alder.contacts.find(({ firstName }) => firstName === 'Walt');
    const stop = () =>
      w.database.transaction((em) =>
        run(
          em,
          sql`insert into suppression (workspace_id, address_id, channel, reason)
          values (${w.alder.workspaceId}, ${contact?.addressId}, 'sms', 'keyword')`,
        ),
      );
    const provider = {
      send: async () => (await stop(), accepted),
      list: async () => [],
      check: async () => ({ ok: true as const }),
    };
    const { sendStep } = createSequenceActivities({ ...w.world, provider: async () => provider });
    await sendStep({ membershipId, stepId: 'st-first-note', visit: 1 });
    const [send] = await rows<{ id: string }>(
      w.database.fork(),
      sql`select id from send where membership_id = ${membershipId}`,
    );
    expect((await rowOf(w, 'send', send?.id ?? ''))['overlapped_stop']).toBe(true);
    const next = await sendStep({ membershipId, stepId: 'st-reminder', visit: 1 });
    expect(next).toMatchObject({ kind: 'over' });
  });
});
