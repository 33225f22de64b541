import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';

/** What an interaction changes in the list of conversations. */
export interface Latest {
  workspaceId: string;
  conversationId: string;
  interactionId: string;
  kind: string;
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
 * Brings the conversation's row up to date. A message that arrives late never takes the place of a
 * later one; what happened to a conversation (`event`) is no message and moves nothing.
 */
export async function showLatest(em: Db, latest: Latest): Promise<void> {
  if (latest.kind === 'event') return;
  const { at, asks, answers, direction } = latest;
  const isLatest = sql`(last_interaction_id is null or ${at} >= last_at)`;
  const keptUnless = (column: string, value: unknown) =>
    sql`${sql.ref(column)} = case when ${isLatest} then ${value} else ${sql.ref(column)} end`;
  await run(
    em,
    sql`update conversation set
      ${keptUnless('last_interaction_id', sql`${latest.interactionId}::uuid`)},
      ${keptUnless('last_channel', sql`coalesce(${latest.channel}, last_channel)`)},
      ${keptUnless('last_direction', sql`coalesce(${direction}, last_direction)`)},
      ${keptUnless('last_author_id', sql`${latest.authorId}::uuid`)},
      ${keptUnless('preview', sql`${previewOf(latest.body)}::text`)},
      ${keptUnless('last_at', sql`${at}::timestamptz`)},
      last_inbound_at = case when ${direction === 'in'} then greatest(last_inbound_at, ${at}) else last_inbound_at end,
      last_outbound_at = case when ${direction === 'out'} then greatest(last_outbound_at, ${at}) else last_outbound_at end,
      needs_reply = case when ${asks} then true when ${answers} then false else needs_reply end,
      state = case when ${asks} then 'open' else state end,
      snoozed_until = case when ${asks} then null else snoozed_until end
    where workspace_id = ${latest.workspaceId} and id = ${latest.conversationId}`,
  );
}

/** One line of at most 160 signs; cut between signs as a reader sees them, never within one. */
export function previewOf(body: string): string {
  const line = body.replaceAll(/\s+/g, ' ').trim();
  const signs = [...graphemes.segment(line.slice(0, 4000))];
  const next = signs[PREVIEW_SIGNS];
  return next ? `${line.slice(0, signs[PREVIEW_SIGNS - 1]?.index)}…` : line;
}

const graphemes = new Intl.Segmenter();
