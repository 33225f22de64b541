import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSequenceActivities } from '#activities/sequences.ts';
import { rows, run, sql } from '#db/sql.ts';
import { openSendingWorld, rowOf, tuesdayTen, type SendingWorld } from '#test/support/sending.ts';

let w: SendingWorld;
beforeEach(async () => {
  w = await openSendingWorld();
});
afterEach(() => w.end());

const step = (membershipId: string, stepId = 'st-first-note') =>
  createSequenceActivities(w.world).sendStep({ membershipId, stepId, visit: 1 });

const change = (statement: ReturnType<typeof sql>) =>
  w.database.transaction((em) => run(em, statement));

/** A sender's line is busy for a second or two after each text. */
const freeTheLine = () => change(sql`update sender set free_at = null, busy_until = null`);

describe('a step', () => {
  test('goes to the phone once, and the walk goes on three days later', async () => {
    const membershipId = await w.walkOf('Walt');
    const result = await step(membershipId);
    expect(result).toMatchObject({ kind: 'sent', onward: { kind: 'due' } });
    const [message] = await w.sandbox.ledger();
    expect(message).toMatchObject({ to: '+16035550101', madeBy: 'api' });
    expect(message?.body).toMatch(/^Hi Walt, it is Dana/);
    const membership = await rowOf(w, 'membership', membershipId);
    const dueAt = (membership['due_at'] as Date).getTime();
    expect(Math.abs(dueAt - tuesdayTen.getTime() - 3 * 86_400_000)).toBeLessThan(60_000);
    expect(membership).toMatchObject({ step_id: 'st-reminder', awaits: 'due', state: 'walking' });
  });

  test('repeated after a crash sends nothing again and says the same', async () => {
    const membershipId = await w.walkOf('Walt');
    const first = await step(membershipId);
    const second = await step(membershipId);
    expect(second).toEqual(first);
    expect(await w.sandbox.ledger()).toHaveLength(1);
  });

  test('asked twice at the same moment is one message', async () => {
    const membershipId = await w.walkOf('Walt');
    await Promise.allSettled([step(membershipId), step(membershipId), step(membershipId)]);
    expect(await w.sandbox.ledger()).toHaveLength(1);
    expect(await w.sends()).toHaveLength(1);
  });

  test('keeps its decision with every rule that was looked at', async () => {
    await step(await w.walkOf('Walt'));
    const [send] = await w.sends();
    expect(send).toMatchObject({ state: 'accepted', attempt: 1 });
    const rules = send?.passport?.looks.map((look) => look.rule);
    expect(rules).toEqual(
      expect.arrayContaining(['suppression', 'consent', 'law', 'campaign-window', 'pace']),
    );
    expect(JSON.stringify(send?.passport)).not.toContain('+1603');
  });

  test('waits for the morning when it is night, and the reason is kept', async () => {
    await w.standAt(new Date('2026-12-02T03:00:00Z'));
    const membershipId = await w.walkOf('Walt');
    const result = await step(membershipId);
    expect(result).toMatchObject({ kind: 'held', until: Date.parse('2026-12-02T14:00:00Z') });
    expect(await w.sandbox.ledger()).toHaveLength(0);
    expect(await rowOf(w, 'membership', membershipId)).toMatchObject({ awaits: 'due' });
  });

  test('never goes to somebody who has opted out', async () => {
    const membershipId = await w.walkOf('George');
    expect(await step(membershipId)).toMatchObject({ kind: 'over' });
    expect(await w.sandbox.ledger()).toHaveLength(0);
    expect(await rowOf(w, 'membership', membershipId)).toMatchObject({ state: 'ended' });
  });

  test('is parked while the campaign is paused', async () => {
    const membershipId = await w.walkOf('Walt');
    await change(sql`update campaign set state = 'paused' where id = ${w.alder.campaignId}`);
    await change(sql`insert into campaign_pause (workspace_id, campaign_id, paused_at)
      values (${w.alder.workspaceId}, ${w.alder.campaignId}, now())`);
    expect(await step(membershipId)).toMatchObject({ kind: 'parked' });
    expect(await rowOf(w, 'membership', membershipId)).toMatchObject({ awaits: 'resume' });
    expect(await w.sandbox.ledger()).toHaveLength(0);
  });
});

describe('when the provider', () => {
  test('takes the message and withholds its answer, the message is found and not sent again', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutAfter: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    await change(sql`update send set call_deadline_at = clock_timestamp() - interval '1 second'`);
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    const ledger = await w.sandbox.ledger();
    expect(ledger).toHaveLength(1);
    expect((await w.sends())[0]).toMatchObject({ providerId: ledger[0]?.sid, attempt: 1 });
  });

  test('is asked again only after the deadline of the call', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutAfter: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    await expect(step(membershipId)).rejects.toMatchObject({ message: 'no-answer' });
    expect(await w.sandbox.ledger()).toHaveLength(1);
  });

  test('never got the message, two looks half a minute apart prove it, and it goes once more', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutBefore: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    await change(sql`update send set call_deadline_at = clock_timestamp() - interval '1 second'`);
    await expect(step(membershipId)).rejects.toThrow('no-proof');
    await expect(step(membershipId)).rejects.toThrow('no-proof');
    await change(sql`update send set looked_at = clock_timestamp() - interval '31 seconds'`);
    await expect(step(membershipId)).rejects.toThrow('not-taken');
    await freeTheLine();
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect(await w.sandbox.ledger()).toHaveLength(1);
    expect((await w.sends())[0]).toMatchObject({ attempt: 2, state: 'accepted' });
  });

  test('has too much to do, it is tried again, and nothing was taken', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ tooMany: { requests: 1 } });
    await expect(step(membershipId)).rejects.toThrow('busy');
    await freeTheLine();
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect(await w.sandbox.ledger()).toHaveLength(1);
  });

  test('took nothing on one day, the message counts for the day on which it goes, and for no other', async () => {
    const membershipId = await w.walkOf('Walt');
    const before = await counts();
    await w.sandbox.faults({ tooMany: { requests: 1 } });
    await expect(step(membershipId)).rejects.toThrow('busy');
    expect(await counts()).toEqual(before);
    await w.standAt(new Date(tuesdayTen.getTime() + 86_400_000));
    await freeTheLine();
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    const after = await counts();
    const added = Object.keys(after).filter((day) => after[day] !== (before[day] ?? 0));
    expect(added.map((day) => day.replace(/ .*/, '')).toSorted()).toEqual([
      'campaign',
      'sender',
      'workspace',
    ]);
    expect(added.every((day) => day.endsWith('2026-12-02') && after[day] === 1)).toBe(true);
  });

  test('may have taken it, it counts until it is proved that nothing was taken', async () => {
    const membershipId = await w.walkOf('Walt');
    const before = await counts();
    await w.sandbox.faults({ cutBefore: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    expect(await counts()).not.toEqual(before);
    await w.sandbox.faults({});
    await change(sql`update send set call_deadline_at = clock_timestamp() - interval '1 second'`);
    await expect(step(membershipId)).rejects.toThrow('no-proof');
    await change(sql`update send set looked_at = clock_timestamp() - interval '31 seconds'`);
    await expect(step(membershipId)).rejects.toThrow('not-taken');
    expect(await counts()).toEqual(before);
  });

  /** How many count for each number, workspace and campaign by day; none is no entry. */
  async function counts(): Promise<Record<string, number>> {
    const found = await rows<{ day: string; sent: number }>(
      w.database.fork(),
      sql`select 'sender ' || sender_id || ' ' || day as day, sent from sender_day
      union all select 'workspace ' || workspace_id || ' ' || day, sent from workspace_day
      union all select 'campaign ' || campaign_id || ' ' || day, sent from campaign_day`,
    );
    return Object.fromEntries(
      found.filter(({ sent }) => sent > 0).map(({ day, sent }) => [day, sent]),
    );
  }
});
