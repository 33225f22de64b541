import { addSequence } from '#db/seeds/outreach-rows.ts';
import { firstRow, sql } from '#db/sql.ts';
import type { Product } from '#test/support/product.ts';

export const gutters = 'Gutters before winter';

/** Two notes, two days apart; then the walk comes to its exit. */
export const notes = {
  first:
    'Hi {naam|there}, Dana from Alder & Tide. We clean gutters on your street next week. Shall I put you down? Reply STOP to opt out.',
  second: 'Two mornings are left next week, {naam|neighbour}. Shall I keep one for you?',
};

export async function writeTheSequence({ database }: Product): Promise<void> {
  await database.transaction(async (em) => {
    const maren = await firstRow<{ by: string; workspaceId: string }>(
      em,
      sql`select user_id as by, workspace_id as "workspaceId" from seat where role = 'owner'`,
    );
    await addSequence(em, {
      ...maren!,
      name: gutters,
      blocks: [
        message('st-first', notes.first),
        { id: 'st-wait', kind: 'wait', amount: 2, unit: 'days' },
        message('st-second', notes.second),
        { id: 'st-exit', kind: 'exit', label: 'No answer' },
      ],
    });
  });
}

const message = (id: string, text: string) => ({
  id,
  kind: 'message' as const,
  channel: 'sms' as const,
  variants: [{ id: `${id}-a`, text }] as [{ id: string; text: string }],
});
