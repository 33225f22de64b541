import { createWorkspace } from '#db/access/workspaces.ts';
import type { Database } from '#db/orm.ts';
import { addAccount } from '#db/seeds/account-rows.ts';
import { account, name, zone } from '#db/seeds/alder-and-tide/firm.ts';
import { addUser } from '#db/seeds/users.ts';
import { nextTuesdayMorning } from '#domain/clock/moves.ts';
import type { Phones } from '#test/support/product/phones.ts';
import { appSecret } from '#test/support/world.ts';

/** Alder & Tide on its first day, a Tuesday at ten: people at their desks, sixteen numbers, and not one contact. */
export async function openFirstDay(database: Database): Promise<void> {
  const now = Date.now();
  await database.transaction(async (em) => {
    const workspaceId = await createWorkspace(em, {
      name,
      zone,
      mode: 'sandbox',
      supportContact: '(603) 555-0161',
      clockOffsetMs: nextTuesdayMorning(now, zone) - now,
    });
    const staff = [
      { email: 'maren@aldertide.example', name: 'Maren Okafor', role: 'owner' },
      { email: 'dana@aldertide.example', name: 'Dana Whitcomb', role: 'agent' },
    ] as const;
    for (const person of staff) await addUser(em, { workspaceId, ...person });
    await addAccount(em, { workspaceId, ...account }, appSecret);
  });
}

/** @param confirms who answers STOP, START and HELP, of the numbers named; else it is us */
export async function openAccount(
  phones: Phones,
  {
    confirms = {},
    ratePerSecond = 1,
  }: { confirms?: Record<string, 'provider'>; ratePerSecond?: number } = {},
): Promise<void> {
  await phones.know({
    sid: account.sid,
    token: account.token,
    webhook: {
      messages: `/webhooks/twilio/${account.key}/messages`,
      status: `/webhooks/twilio/${account.key}/status`,
    },
    numbers: account.senders.map(({ value }) => ({
      number: value,
      confirms: confirms[value] ?? 'us',
      ratePerSecond,
    })),
  });
}
