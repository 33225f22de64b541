import { anyLiveWorkspace } from '../access/workspaces.ts';
import { openBlobs } from '../blobs/open.ts';
import { openDatabase, type Database } from '../orm.ts';
import { createLog } from '../process/log.ts';
import { firstRow, sql } from '../sql.ts';
import { account } from './alder-and-tide/firm.ts';
import { moveToMorning } from './demo/clock.ts';
import { readSeedEnv } from './demo/env.ts';
import { fillDemo } from './demo/fill.ts';
import { registerWithSandbox } from './demo/sandbox-account.ts';
import { writeSignIn } from './demo/sign-in-file.ts';

// Run at every start of the demo: fills it once, then only sees to it that it is a working morning there.
const env = readSeedEnv(process.env);
const log = createLog('seed', process.env['LOG_LEVEL'] ?? 'info');
const database = await openDatabase(env.databaseUrl, { poolSize: 2, name: 'throughline-seed' });
try {
  if (await anyLiveWorkspace(database.fork())) {
    throw new Error(
      'This database has a live workspace: the demo, whose password is known, stays out.',
    );
  }
  await prepare();
} finally {
  await database.close();
}

async function prepare(): Promise<void> {
  const before = await demoWorkspace(database);
  if (!before) {
    const blobs = openBlobs(env.blobs);
    await fillDemo(database, { appSecret: env.appSecret, blobs });
    log.info('the demo workspace is filled');
  } else {
    await database.transaction((em) => moveToMorning(em, before));
  }
  await registerWithSandbox(env.sandboxUrl);
  await writeSignIn(env.dataDir, { app: env.publicUrl, email: 'maren@aldertide.example' });
}

function demoWorkspace({ fork }: Database) {
  return firstRow<{ workspaceId: string; zone: string }>(
    fork(),
    sql`select w.id as "workspaceId", w.zone from provider_account a join workspace w on w.id = a.workspace_id
      where a.key = ${account.key} and w.mode = 'sandbox'`,
  );
}
