import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export interface TroubledSender {
  id: string;
  value: string;
  name: string;
  state: 'active' | 'paused' | 'alert';
  reason: string | null;
  /** Messages of the last two days whose outcome is known, and how many of them arrived. */
  known: number;
  delivered: number;
}

/** Fewer than this say nothing about a number. */
const enough = 20;
const troubledBelow = 0.95;

/** Numbers that rest, and those whose messages arrive too seldom; the worst first. */
export async function troubledSenders(
  em: Db,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<{ troubled: TroubledSender[]; all: number }> {
  const found = await rows<TroubledSender & { all: number }>(
    em,
    sql`select s.id, s.value, s.name, s.state, s.paused_reason as reason, lately.known, lately.delivered, s.all
      from (select *, count(*) over () as all from sender where workspace_id = ${workspaceId}) s
      cross join lateral (
        select count(*) filter (where state in ('delivered', 'read', 'undelivered', 'failed')) as known,
          count(*) filter (where state in ('delivered', 'read')) as delivered
        from send where send.workspace_id = s.workspace_id and send.sender_id = s.id
          and send.accepted_at > workspace_now(${workspaceId}) - interval '2 days'
      ) lately
      order by s.state = 'active', lately.delivered::float / greatest(lately.known, 1), s.value`,
  );
  const isTroubled = (sender: TroubledSender) =>
    sender.state !== 'active' ||
    (sender.known >= enough && sender.delivered < sender.known * troubledBelow);
  const troubled = found.filter(isTroubled).slice(0, limit);
  return { troubled, all: found[0]?.all ?? 0 };
}
