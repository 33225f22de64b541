import type { Context } from 'hono';
import { byteOrderMark, csvLine } from '#domain/imports/csv-line.ts';
import { historyHoles, type NamedHole } from '#db/history/differences.ts';
import type { AppEnv } from '#server/context.ts';
import { sendCsv } from '#server/http/send-csv.ts';
import type { HistoryRun } from '#web/history/history-run.ts';

const atOnce = 1000;

/** Everything that was found missing, by the provider's ids; there is nothing personal in it. */
export const missingCsv = (c: Context<AppEnv>, run: HistoryRun): Response =>
  sendCsv(c, `${run.accountName} ${c.var.ui.t.history.proof.csv.name}.csv`, lines(c, run));

async function* lines(c: Context<AppEnv>, { id: importId }: HistoryRun): AsyncGenerator<string> {
  const { em, seat, ui } = c.var;
  const words = ui.t.history.proof;
  const { kind, id, number, conversation, found, mended } = words.csv;
  yield byteOrderMark + csvLine([kind, id, number, conversation, found, mended]);
  const { workspaceId } = seat;
  let after: NamedHole | undefined;
  for (;;) {
    const holes = await historyHoles(em, { workspaceId, importId, after, limit: atOnce });
    for (const hole of holes) {
      yield csvLine([
        words.missingKinds[hole.kind],
        hole.externalId,
        hole.numberExternalId,
        hole.conversationExternalId,
        hole.foundAt.toISOString(),
        hole.mendedAt?.toISOString() ?? '',
      ]);
    }
    after = holes.at(-1);
    if (holes.length < atOnce) return;
  }
}
