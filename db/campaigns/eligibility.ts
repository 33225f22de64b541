import type { RawBuilder } from 'kysely';
import type { Audience } from '#domain/campaigns/audience.ts';
import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import { standardField } from '#domain/sending/merge-fields.ts';
import { sql } from '../sql.ts';
import { matches } from './audience.ts';

/** For whom, with what, on which ground: what decides who will be written to. */
export interface EligibilityInput {
  workspaceId: string;
  audience: Audience;
  /** A basis that the campaign states for people without a recorded consent. */
  hasConsentBasis: boolean;
  /** Canonical keys that the first message needs and has no fallback for. */
  neededFields: readonly string[];
}

/**
 * Everybody who matches, with the number that would be written to and the first reason that stands
 * against it: columns contact_id, address_id, reason (null for who may get it), rank (oldest first).
 * The order of reasons is that of domain/campaigns/exclusion.ts; a test holds the two together.
 */
export function eligible(input: EligibilityInput): RawBuilder<unknown> {
  const { workspaceId, audience, hasConsentBasis, neededFields } = input;
  return sql`
    with matching as (
      select c.id as contact_id, p.*, ${missing(neededFields)} as missing,
        c.created_at, c.fields
      from contact c
      join workspace w on w.id = c.workspace_id
      left join lateral (
        select a.id as address_id, a.blocked, a.invalid_reason, a.line_type, a.consents->>'sms' as consent
        from contact_address ca
        join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
        where ca.workspace_id = c.workspace_id and ca.contact_id = c.id and a.kind = 'phone'
        order by (a.invalid_reason is null and a.line_type is distinct from 'landline') desc, ca.label = 'mobile' desc, ca.position
        limit 1) p on true
      where c.workspace_id = ${workspaceId} and c.merged_into is null and c.erased_at is null and ${matches(audience)}
    ), judged as (
      select *, case ${reasons({ hasConsentBasis })} end as first_reason from matching
    )
    select contact_id, address_id, coalesce(first_reason, case
        when row_number() over (partition by address_id, first_reason order by created_at, contact_id) > 1 then 'shared-number'
        when missing then 'missing-field' end) as reason,
      row_number() over (order by created_at, contact_id) as rank
    from judged`;
}

function reasons({ hasConsentBasis }: { hasConsentBasis: boolean }): RawBuilder<unknown> {
  const when = (condition: RawBuilder<unknown>, reason: ExclusionReason) =>
    sql`when ${condition} then ${sql.lit(reason)}`;
  return sql.join(
    [
      when(sql`address_id is null`, 'no-mobile'),
      when(sql`line_type = 'landline' or invalid_reason = 'landline'`, 'landline'),
      when(sql`invalid_reason is not null`, 'invalid-number'),
      when(sql`blocked && array['*', 'sms']`, 'opted-out'),
      when(sql`consent = 'refused'`, 'refused'),
      when(sql`consent is null and not ${hasConsentBasis}::boolean`, 'no-consent'),
    ],
    sql` `,
  );
}

const columns: Readonly<Record<string, RawBuilder<unknown>>> = {
  first_name: sql`c.first_name`,
  last_name: sql`c.last_name`,
  name: sql`c.first_name || c.last_name`,
  company: sql`c.company`,
  street: sql`c.street`,
  city: sql`c.city`,
  region: sql`c.region`,
  postal_code: sql`c.postal_code`,
  country: sql`c.country`,
};

function missing(fields: readonly string[]): RawBuilder<unknown> {
  const blank = fields
    .filter((key) => !standardField(key)?.always)
    .map((key) => sql`trim(coalesce(${columns[key] ?? sql`c.fields->>${key}::text`}, '')) = ''`);
  return sql`(${sql.join([sql`false`, ...blank], sql` or `)})`;
}
