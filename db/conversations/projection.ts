import { sql } from '../sql.ts';

/** What an interaction changes in the list of conversations. */
export interface Latest {
  workspaceId: string;
  conversationId: string;
  channel: string | null;
  direction: 'in' | 'out' | null;
  body: string;
  at: Date;
  authorId: string | null;
  /** Somebody must answer it, and a conversation laid aside comes back. */
  asks: boolean;
  /** A person of ours has answered. */
  answers: boolean;
}

const PREVIEW_SIGNS = 160;

/**
 * The statement that brings the conversation's row up to date with what is in `added` (id), and says in
 * which state it was. A message that arrives late never takes the place of a later one.
 */
export function showLatest(latest: Latest) {
  const { at, asks, answers, direction } = latest;
  const isLatest = sql`(v.last_interaction_id is null or ${at} >= v.last_at)`;
  const keptUnless = (column: string, value: unknown) =>
    sql`${sql.ref(column)} = case when ${isLatest} then ${value} else v.${sql.ref(column)} end`;
  return sql`update conversation v set
      ${keptUnless('last_interaction_id', sql`added.id`)},
      ${keptUnless('last_channel', sql`coalesce(${latest.channel}, v.last_channel)`)},
      ${keptUnless('last_direction', sql`coalesce(${direction}, v.last_direction)`)},
      ${keptUnless('last_author_id', sql`${latest.authorId}::uuid`)},
      ${keptUnless('preview', sql`${previewOf(latest.body)}::text`)},
      ${keptUnless('last_at', sql`${at}::timestamptz`)},
      last_inbound_at = case when ${direction === 'in'} then greatest(v.last_inbound_at, ${at}) else v.last_inbound_at end,
      last_outbound_at = case when ${direction === 'out'} then greatest(v.last_outbound_at, ${at}) else v.last_outbound_at end,
      missed_at = case when ${answers} and v.missed_at <= ${at} then null else v.missed_at end,
      needs_reply = case when ${asks} then true when ${answers} then false else v.needs_reply end,
      state = case when ${asks} then 'open' else v.state end,
      snoozed_until = case when ${asks} then null else v.snoozed_until end
    from added where v.workspace_id = ${latest.workspaceId} and v.id = ${latest.conversationId}
    returning old.state as state`;
}

/** One line of at most 160 signs; cut between signs as a reader sees them, never within one. */
export function previewOf(body: string): string {
  const line = body.replaceAll(/\s+/g, ' ').trim();
  const signs = [...graphemes.segment(line.slice(0, 4000))];
  const next = signs[PREVIEW_SIGNS];
  return next ? `${line.slice(0, signs[PREVIEW_SIGNS - 1]?.index)}…` : line;
}

const graphemes = new Intl.Segmenter();
