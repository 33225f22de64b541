import { v7 } from 'uuid';
import { addInteraction, conversationOf, type NewInteraction } from '#db/conversations.ts';
import type { Firm } from '#db/seeds/alder-and-tide/firm.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import type { TestWorld } from '#test/support/world.ts';

/** The desk of a firm, with what happens at it told in single words. */
export function deskAt(world: TestWorld, firm: Firm) {
  const { database } = world;
  const { workspaceId } = firm;
  const conversationWith = (firstName: string) =>
    firm.conversations.find(({ contactId }) => contactId === person(firstName).id)?.id ?? '';

  return {
    workspaceId,
    person,
    conversationWith,
    order: (conversationId: string, userId: string) => ({
      workspaceId,
      userId,
      orderId: v7(),
      conversationId,
    }),
    read: <T>(statement: ReturnType<typeof sql>) =>
      rows(database.fork(), statement) as Promise<T[]>,
    one: <T>(statement: ReturnType<typeof sql>) =>
      firstRow(database.fork(), statement) as Promise<T | undefined>,
    change: (statement: ReturnType<typeof sql>) => database.transaction((em) => run(em, statement)),
    conversation: (id: string) =>
      firstRow<Record<string, unknown>>(
        database.fork(),
        sql`select * from conversation where workspace_id = ${workspaceId} and id = ${id}`,
      ),
    /** The person writes, or whatever `change` makes of it. */
    hears,
  };

  function person(firstName: string) {
    const found = firm.contacts.find((one) => one.firstName === firstName);
    if (!found) throw new Error(`Nobody is called ${firstName}.`);
    return found;
  }

  async function hears(firstName: string, body: string, change: Partial<NewInteraction> = {}) {
    const { id: contactId, addressId } = person(firstName);
    return database.transaction(async (em) => {
      const now = await firstRow<{ now: Date }>(
        em,
        sql`select workspace_now(${workspaceId}) as now`,
      );
      const at = now?.now ?? new Date();
      const conversationId = await conversationOf(em, { workspaceId, contactId, at });
      const interactionId = await addInteraction(em, {
        workspaceId,
        conversationId,
        contactId,
        kind: 'message',
        channel: 'sms',
        direction: 'in',
        body,
        at,
        addressId,
        senderId: firm.senders[0]?.id ?? null,
        state: 'received',
        ...change,
      });
      return { conversationId, interactionId: interactionId ?? '' };
    });
  }
}

export type TestDesk = ReturnType<typeof deskAt>;
