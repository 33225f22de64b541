import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { OutgoingMessage } from '#activities/providers/provider.ts';
import { createSendActivities } from '#activities/sending.ts';
import { createSequenceActivities } from '#activities/sequences.ts';
import { mergeInto } from '#db/contacts/merge.ts';
import { conversationOf } from '#db/conversations.ts';
import { queueSend } from '#db/sending/queue-send.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { openSendingWorld, rowOf, type SendingWorld } from '#test/support/sending.ts';

let w: SendingWorld;
/** What happens elsewhere while the provider takes the message. */
let meanwhile: (message: OutgoingMessage) => Promise<unknown>;
beforeEach(async () => {
  w = await openSendingWorld();
  meanwhile = async () => undefined;
});
afterEach(() => w.end());

const accepted = {
  kind: 'accepted',
  providerId: 'AC1',
  segments: null,
  priceMicros: null,
} as const;

function world() {
  const provider = {
    send: async (message: OutgoingMessage) => (await meanwhile(message), accepted),
    list: async () => [],
    check: async () => ({ ok: true as const }),
  };
  return { ...w.world, provider: async () => provider };
}

const step = (membershipId: string) =>
  createSequenceActivities(world()).sendStep({ membershipId, stepId: 'st-first-note', visit: 1 });

const walt = () => w.alder.contacts.find(({ firstName }) => firstName === 'Walt')!;

/** As the import of the past, or a webhook, writes a message that it does not know. */
async function told(state: string, contactId = walt().id): Promise<string> {
  const { workspaceId, accountId } = w.alder;
  return w.database.transaction(async (em) => {
    const conversationId = await conversationOf(em, { workspaceId, contactId, at: new Date() });
    const made = await firstRow<{ id: string }>(
      em,
      sql`insert into interaction (workspace_id, conversation_id, contact_id, kind, channel, direction, body, at,
        provider_account_id, provider_id, state, author_id, detail)
      values (${workspaceId}, ${conversationId}, ${contactId}, 'message', 'sms', 'out', 'as told', now(), ${accountId}, 'AC1',
        ${state}, ${w.alder.dana.id}, '{"person": "Rosa"}') returning id`,
    );
    await run(
      em,
      sql`update conversation set last_interaction_id = ${made?.id ?? ''}::uuid where id = ${conversationId}`,
    );
    return made?.id ?? '';
  });
}

/** Every bubble of the message, and the send it belongs to. */
const shown = () =>
  rows(
    w.database.fork(),
    sql`select i.id, i.state, i.author_id as author, s.state as send, i.conversation_id = s.conversation_id as here,
      i.campaign_id is not null as campaign
    from interaction i left join send s on s.interaction_id = i.id and i.send_id = s.id where i.provider_id = 'AC1'`,
  );

const reply = async () => {
  const { workspaceId, dana, senders } = w.alder;
  const contact = walt();
  const { sendId } = await w.database.transaction((em) =>
    queueSend(em, {
      workspaceId,
      intentKey: `reply:${v7()}`,
      purpose: 'conversation',
      addressId: contact.addressId,
      contactId: contact.id,
      senderId: senders[0]!.id,
      body: 'as told',
      authorId: dana.id,
      asInteraction: true,
      at: new Date(),
    }),
  );
  await createSendActivities(world()).deliverSend({ sendId });
  return rowOf(w, 'send', sendId);
};

describe('what the provider’s past tells before the acceptance is written', () => {
  test('is the one bubble of a campaign’s message', async () => {
    const there: string[] = [];
    meanwhile = async () => there.push(await told('accepted'));
    expect(await step(await w.walkOf('Walt'))).toMatchObject({ kind: 'sent' });
    expect(await shown()).toEqual([
      {
        id: there[0],
        state: 'accepted',
        author: null,
        send: 'accepted',
        here: true,
        campaign: true,
      },
    ]);
  });

  test('brings the send as far as it says', async () => {
    meanwhile = () => told('delivered');
    await step(await w.walkOf('Walt'));
    expect(await shown()).toMatchObject([{ state: 'delivered', send: 'delivered' }]);
    expect((await w.sends())[0]).toMatchObject({ state: 'delivered' });
  });

  test('goes where an answer stands in the thread already', async () => {
    meanwhile = () => told('delivered');
    const send = await reply();
    expect(await shown()).toEqual([
      {
        id: send['interaction_id'],
        state: 'delivered',
        author: w.alder.dana.id,
        send: 'delivered',
        here: true,
        campaign: false,
      },
    ]);
    const conversation = await rowOf(w, 'conversation', String(send['conversation_id']));
    expect(conversation['last_interaction_id']).toBe(send['interaction_id']);
  });

  test('may be told at the same moment: the record waits and takes it', async () => {
    const open: { finish?: () => void; done?: Promise<unknown> } = {};
    meanwhile = async () => {
      const begun = Promise.withResolvers<void>();
      const finish = Promise.withResolvers<void>();
      open.finish = finish.resolve;
      open.done = w.database.transaction(async (em) => {
        await run(
          em,
          sql`insert into interaction (workspace_id, conversation_id, contact_id, kind, channel, direction, body, at,
            provider_account_id, provider_id, state)
          select workspace_id, conversation_id, contact_id, 'message', 'sms', 'out', body, now(), ${w.alder.accountId}, 'AC1', 'accepted'
          from interaction where send_id is not null and author_id is not null order by id desc limit 1`,
        );
        begun.resolve();
        await finish.promise;
      });
      await begun.promise;
      setImmediate(() => finish.resolve());
    };
    const send = await reply();
    await open.done;
    expect(await shown()).toMatchObject([{ id: send['interaction_id'], send: 'accepted' }]);
  });
});

describe('a contact that is merged while the provider takes the message', () => {
  const mergeWaltInto = async (other: { id: string }) => {
    const { workspaceId, maren } = w.alder;
    const order = { workspaceId, userId: maren.id, orderId: v7(), contactId: other.id };
    const outcome = await w.database.transaction((em) =>
      mergeInto(em, { ...order, otherId: walt().id, choices: { fields: {}, custom: {} } as never }),
    );
    expect(outcome).toBe('merged');
  };
  const other = () => w.alder.contacts.find(({ firstName }) => firstName === 'Ingrid')!;

  test('is found again: the message stands in the thread of the one that stays', async () => {
    meanwhile = () => mergeWaltInto(other());
    expect(await step(await w.walkOf('Walt'))).toMatchObject({ kind: 'sent' });
    const bubble = await firstRow(
      w.database.fork(),
      sql`select i.contact_id as contact, v.contact_id as conversation from interaction i
      join conversation v on v.id = i.conversation_id where i.provider_id = 'AC1'`,
    );
    expect(bubble).toEqual({ contact: other().id, conversation: other().id });
    expect((await w.sends())[0]).toMatchObject({ state: 'accepted', providerId: 'AC1' });
  });
});
