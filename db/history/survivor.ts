import type { RawBuilder } from 'kysely';
import { sql } from '../sql.ts';

/** A lateral table of one row: the contact that `contactId` is, or was merged into. */
export const survivorOf = (
  workspaceId: string | RawBuilder<unknown>,
  contactId: RawBuilder<unknown>,
) => sql`lateral (
  with recursive merged(id, merged_into, erased_at) as (
    select c.id, c.merged_into, c.erased_at from contact c where c.workspace_id = ${workspaceId} and c.id = ${contactId}
    union all
    select c.id, c.merged_into, c.erased_at from contact c join merged m on c.id = m.merged_into where c.workspace_id = ${workspaceId})
  select id, erased_at from merged where merged_into is null)`;
