import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passGate } from '#activities/sending/gate.ts';
import { campaignFigures } from '#db/campaigns/figures.ts';
import { endMembership } from '#db/memberships.ts';
import { stepSend } from '#db/sending/step-send.ts';
import { run, sql } from '#db/sql.ts';
import { openSendingWorld, type SendingWorld } from '#test/support/sending.ts';

let w: SendingWorld;
beforeAll(async () => {
  w = await openSendingWorld();
});
afterAll(() => w.end());

const look = (membershipId: string) =>
  passGate(w.world, (em) =>
    stepSend(em, { membershipId, stepId: 'st-first-note', visit: 1, intentKey: membershipId }),
  );
const failed = async () =>
  (await campaignFigures(w.database.fork(), w.alder.workspaceId, w.alder.campaignId)).failed;

describe('the message of a walk that ends', () => {
  test.each([
    ['held', 'Nadia', new Date('2026-12-01T23:30:00Z')],
    ['parked', 'Walt', new Date('2026-12-01T15:00:00Z')],
  ])('while it is %s goes no more, and is no failure', async (state, who, at) => {
    await w.standAt(at);
    const membershipId = await w.walkOf(who);
    const pause = (since: string | null) =>
      run(
        w.database.fork(),
        sql`update membership set paused_at = ${since}::timestamptz where id = ${membershipId}`,
      );
    if (state === 'parked') await pause('2026-12-01T14:00:00Z');
    await look(membershipId);
    const send = async () => (await w.sends()).at(-1);
    expect(await send()).toMatchObject({ state });
    await w.database.transaction((em) => endMembership(em, { membershipId, ending: 'replied' }));
    expect(await send()).toMatchObject({
      state: 'dropped',
      errorCode: 'replied',
      heldUntil: null,
    });
    await pause(null);
    expect(await look(membershipId)).toEqual({ kind: 'over', ending: 'replied', why: 'replied' });
    expect(await failed()).toBe(0);
  });
});
