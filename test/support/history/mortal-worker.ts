import { NativeConnection, Worker } from '@temporalio/worker';
import { createHistoryActivities } from '#activities/history/history.ts';
import { openDatabase } from '#db/orm.ts';
import { taskQueues } from '#domain/names.ts';
import { mortalAt } from '../mortal.ts';

// A worker of history that kills itself, as kill -9 would, at the mark that DIE_AT names: `before:3` with
// the answers of its third page in hand, `within:3` when it is written and not committed, `after:3` when it
// has committed and told nobody.

const { DATABASE_URL = '', TEMPORAL_ADDRESS = '', TEMPORAL_NAMESPACE = '' } = process.env;
const { APP_SECRET = '', SANDBOX_URL = '', DIE_AT = '' } = process.env;

const database = await openDatabase(DATABASE_URL, { poolSize: 5, name: 'mortal' });
const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
const worker = await Worker.create({
  connection,
  namespace: TEMPORAL_NAMESPACE,
  taskQueue: taskQueues.history,
  activities: createHistoryActivities({
    database: mortalAt(database, DIE_AT),
    secret: APP_SECRET,
    sandboxUrl: SANDBOX_URL,
    paces: { all: async () => {}, history: async () => {} },
  }),
});
process.send?.('ready');
await worker.run();
