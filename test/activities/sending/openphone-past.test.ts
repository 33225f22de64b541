import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOpenPhone } from '#activities/providers/openphone/open.ts';
import { createSequenceActivities } from '#activities/sequences.ts';
import { knownConversation } from '#db/history/known-conversation.ts';
import { writeMessages } from '#db/history/write-messages.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { apiKey, connectOpenPhone, type ConnectedOpenPhone } from '#test/support/openphone.ts';
import { openSendingWorld, type SendingWorld } from '#test/support/sending.ts';

let w: SendingWorld;
let quo: ConnectedOpenPhone;
beforeEach(async () => {
  w = await openSendingWorld();
  quo = await connectOpenPhone(w);
});
afterEach(() => w.end());

const step = (membershipId: string) =>
  createSequenceActivities(w.world).sendStep({ membershipId, stepId: 'st-first-note', visit: 1 });

const change = (statement: ReturnType<typeof sql>) =>
  w.database.transaction((em) => run(em, statement));

const callIsOver = () =>
  change(sql`update send set call_deadline_at = clock_timestamp() - interval '1 second'`);

describe('what the import reads of a message of ours', () => {
  /** The page of the past that holds everything said to Walt. */
  async function readPast(): Promise<{ written: number; changed: number }> {
    const { workspaceId } = w.alder;
    const { accountId } = quo;
    const [ours] = await w.sandbox.ledger();
    const numberId =
      (
        await firstRow<{ id: string }>(
          w.database.fork(),
          sql`select external_id as id from provider_number where value = ${ours?.from ?? ''}`,
        )
      )?.id ?? '';
    const client = openOpenPhone({
      database: w.database,
      account: { id: accountId, workspaceId },
      credentials: { apiKey },
      sandboxUrl: w.sandbox.url,
    });
    const participants = [ours?.to ?? ''];
    const { items: messages } = await client.messages({ numberId, participants });
    expect(messages).toHaveLength(1);
    return w.database.transaction(async (em) => {
      const conversation = await knownConversation(em, {
        workspaceId,
        accountId,
        numberId,
        participants,
      });
      if (!conversation) throw new Error('The number is known.');
      const page = { workspaceId, accountId, conversation, messages, origin: 'history' as const };
      return writeMessages(em, page);
    });
  }
  const bubbles = () =>
    rows(
      w.database.fork(),
      sql`select i.send_id is not null as ours from interaction i where i.provider_account_id = ${quo.accountId}`,
    );

  test('after its acceptance changes nothing', async () => {
    await step(await w.walkOf('Walt'));
    expect(await readPast()).toEqual({ written: 0, changed: 0 });
    expect(await bubbles()).toEqual([{ ours: true }]);
  });

  test('while its call is under way is left to the ledger', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutAfter: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    expect(await readPast()).toEqual({ written: 0, changed: 0 });
    await callIsOver();
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect(await readPast()).toEqual({ written: 0, changed: 0 });
    expect(await bubbles()).toEqual([{ ours: true }]);
  });

  test('once it is claimed and before it is shown becomes its bubble', async () => {
    const membershipId = await w.walkOf('Walt');
    await w.sandbox.faults({ cutAfter: 1 });
    await expect(step(membershipId)).rejects.toThrow('no-answer');
    await w.sandbox.faults({});
    // A process that died between its claim and its record leaves the send so.
    await change(sql`update send set state = 'accepted', provider_account_id = ${quo.accountId},
      provider_id = ${(await w.sandbox.ledger())[0]?.sid ?? ''}, accepted_at = now()
      where membership_id = ${membershipId}`);
    expect(await readPast()).toEqual({ written: 1, changed: 0 });
    expect(await step(membershipId)).toMatchObject({ kind: 'sent' });
    expect(await bubbles()).toEqual([{ ours: true }]);
  });
});
