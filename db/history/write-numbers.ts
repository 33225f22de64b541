import { areaCodeState } from '#domain/contacts/area-codes.ts';
import { countryOfInternational } from '#domain/contacts/country.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { PastNumber } from '#domain/history/exchange.ts';
import type { Db } from '../orm.ts';
import { replayUnknown } from '../events/replay.ts';
import { jsonb, rows, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/**
 * Writes down the numbers of a provider's workspace. One that no provider of ours sends from yet becomes
 * a number to send from, outside rotation until somebody wants it there; one that another provider has is
 * only linked. What is not among them any more is marked as gone.
 * Webhooks that came for a number before it was known here go back in line.
 */
export async function writeNumbers(
  em: Db,
  input: { workspaceId: string; accountId: string; numbers: readonly PastNumber[] },
): Promise<void> {
  const { workspaceId, accountId, numbers } = input;
  const given = jsonb(numbers.map(placed));
  await run(
    em,
    sql`insert into sender (workspace_id, provider_account_id, value, name, country, region, area_code, rotation)
    select ${workspaceId}::uuid, ${accountId}::uuid, g.value, g.name, g.country, g.region, g.area, false
    from jsonb_to_recordset(${given}) as g(value text, name text, country text, region text, area text) order by g.value
    on conflict (workspace_id, value) do nothing`,
  );
  const written = await rows<{ isNew: boolean }>(
    em,
    sql`insert into provider_number as n (workspace_id, provider_account_id, external_id, value, name, sender_id)
    select ${workspaceId}::uuid, ${accountId}::uuid, g."providerId", g.value, g.name, s.id
    from jsonb_to_recordset(${given}) as g("providerId" text, value text, name text)
      left join sender s on s.workspace_id = ${workspaceId} and s.value = g.value
    order by g."providerId"
    on conflict (provider_account_id, external_id) do update
      set value = excluded.value, name = excluded.name, sender_id = excluded.sender_id, gone_at = null
      where (n.value, n.name, n.sender_id, n.gone_at)
        is distinct from (excluded.value, excluded.name, excluded.sender_id, null)
    returning old.id is null as "isNew"`,
  );
  if (written.some(({ isNew }) => isNew)) await replayUnknown(em, input);
  await run(
    em,
    sql`update provider_number set gone_at = now() where workspace_id = ${workspaceId} and provider_account_id = ${accountId}
      and gone_at is null and external_id <> all(${numbers.map(({ providerId }) => providerId)}::text[])`,
  );
  await tellUi(em, { workspaceId, topic: 'senders', refId: null, kind: 'history' });
}

function placed(number: PastNumber) {
  const value = number.value as PhoneNumber;
  return {
    ...number,
    country: countryOfInternational(value) ?? 'US',
    region: areaCodeState(value),
    area: value.startsWith('+1') ? value.slice(2, 5) : null,
  };
}
