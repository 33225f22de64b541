import { NativeConnection, Worker } from '@temporalio/worker';
import { createImportActivities } from '#activities/imports/imports.ts';
import { localBlobs } from '#db/blobs.ts';
import { openDatabase } from '#db/orm.ts';
import { taskQueues } from '#domain/names.ts';
import { mortalAt } from '../mortal.ts';

// A worker of imports that kills itself, as kill -9 would, at the mark that DIE_AT names:
// `before:3` before its third transaction, `within:3` when all of it is written and nothing committed,
// `after:3` when it has committed and told nobody.

const { DATABASE_URL = '', TEMPORAL_ADDRESS = '', TEMPORAL_NAMESPACE = '' } = process.env;
const { BLOBS = '', DIE_AT = '' } = process.env;

const database = await openDatabase(DATABASE_URL, { poolSize: 3, name: 'mortal' });
const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
const worker = await Worker.create({
  connection,
  namespace: TEMPORAL_NAMESPACE,
  taskQueue: taskQueues.imports,
  activities: createImportActivities({
    database: mortalAt(database, DIE_AT),
    blobs: localBlobs(BLOBS),
  }),
});
process.send?.('ready');
await worker.run();
