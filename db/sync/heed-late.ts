import { meaningOf } from '#domain/inbox/meaning.ts';
import { heardKey, webhookFamilies } from '#domain/openphone/webhook.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import { lockAddress, textsStopped } from '../events/inbound-address.ts';
import { stopAddressLate } from '../events/stop-address.ts';
import { endMembershipsOfAddress } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

interface Unheard {
  id: string;
  body: string;
  at: Date;
  number: PhoneNumber;
}

/**
 * What people wrote and no webhook told: whoever said STOP is heeded, and walks that were on their way then
 * end. Nothing is confirmed or lifted so late. Repeating it changes nothing.
 */
export async function heedLate(
  em: Db,
  of: { workspaceId: string; accountId: string; since: Date },
): Promise<void> {
  const { workspaceId } = of;
  for (const { id: eventId, body, at, number } of await unheard(em, of)) {
    const address = await lockAddress(em, { workspaceId, number });
    const meaning = meaningOf({ body, optOutType: null, stopped: textsStopped(address) });
    await stopAddressLate(em, { workspaceId, address, eventId, meaning, at });
    if (meaning === 'reply') {
      const reply = { workspaceId, addressId: address.id, ending: 'replied' as const };
      await endMembershipsOfAddress(em, { ...reply, begunBefore: at });
    }
  }
}

/** Inbound texts that an import brought; those of persons with a number. */
function unheard(
  em: Db,
  { workspaceId, accountId, since }: { workspaceId: string; accountId: string; since: Date },
): Promise<Unheard[]> {
  const [one, other] = webhookFamilies.map((family) => heardKey('', family));
  return rows<Unheard>(
    em,
    sql`select i.id, i.body, i.at, a.value as number
    from interaction i
    join address a on a.workspace_id = i.workspace_id and a.id = i.address_id and a.kind = 'phone'
    where i.workspace_id = ${workspaceId} and i.provider_account_id = ${accountId} and i.provider_id is not null
      and i.at >= ${since} and i.kind = 'message' and i.direction = 'in'
      and not exists (select from provider_event e where e.provider_account_id = ${accountId} and e.kind = 'message'
        and e.dedupe_key in (${one} || i.provider_id, ${other} || i.provider_id) and e.state = 'applied')
    order by i.at, i.id`,
  );
}
