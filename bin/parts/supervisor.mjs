import { database, demoState, prepareDatabase, prepareDemo } from './database.mjs';
import { engine } from './engine.mjs';
import { keepRunning } from './keep-running.mjs';
import { choosePorts, ourProcesses, stopOrder } from './our-processes.mjs';
import { dataDir } from './project.mjs';
import { endRecorded, forget, record, recorded } from './records.mjs';
import { say } from './say.mjs';
import { howToSignIn } from './sign-in.mjs';
import { appSecret, prepareDataDir, readEnvFile } from './settings.mjs';
import { sentence, Trouble } from './trouble.mjs';
import { onStop } from './when-to-stop.mjs';

const began = Date.now();
const stopping = new AbortController();

try {
  readEnvFile();
  prepareDataDir();
  takeTheSeat();
  onStop(stop);
  await endLeftOvers();
  await start();
} catch (error) {
  if (!stopping.signal.aborted) await giveUp(error);
}

/** One supervisor per clone: two would write the same files. */
function takeTheSeat() {
  const other = recorded('run', 'supervisor');
  if (other) {
    throw new Trouble(
      `Throughline runs already${other.app ? ` at ${other.app}` : ''} (process ${other.pid}).`,
      `Stop it with Ctrl-C in its terminal, or with "kill ${other.pid}".`,
    );
  }
  record('run', 'supervisor', process.pid);
}

async function endLeftOvers() {
  const left = await endInOrder();
  if (left.length > 0) say('start', `ended what an earlier start left behind: ${left.join(', ')}`);
}

async function start() {
  const ports = await choosePorts();
  const [store, temporal] = await Promise.all([database(stopping.signal), engine(stopping.signal)]);
  const app = process.env['PUBLIC_URL'] ?? `http://127.0.0.1:${ports.web}`;
  const sandbox = process.env['SANDBOX_URL'] ?? `http://127.0.0.1:${ports.sandbox}`;
  const env = {
    DATABASE_URL: store.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: process.env['TEMPORAL_NAMESPACE'] ?? 'default',
    ...(temporal.ui ? { TEMPORAL_UI_URL: temporal.ui } : {}),
    PUBLIC_URL: app,
    SANDBOX_URL: sandbox,
    APP_SECRET: appSecret(),
    DATA_DIR: dataDir(),
  };
  await prepareDatabase(env);
  await beginOurs(await ourProcesses(env, ports), await demoState(store), env);
  record('run', 'supervisor', process.pid, { app });
  announce({ app, sandbox, temporalUi: temporal.ui });
}

/**
 * All at once, but for the demo: it is filled once the sandbox is up, and an empty one before the web
 * server, which would otherwise ask for a first owner.
 * @param {import('./keep-running.mjs').Part[]} parts
 * @param {'none' | 'empty' | 'filled'} demo
 * @param {Record<string, string>} env
 */
async function beginOurs(parts, demo, env) {
  const named = (/** @type {string} */ name) => parts.filter((part) => part.name === name);
  const rest = parts.filter(({ name }) => name !== 'sandbox' && name !== 'web');
  const prepared = Promise.all(named('sandbox').map(beginPart)).then(() =>
    demo === 'none' ? undefined : prepareDemo(env),
  );
  await Promise.all([
    prepared,
    ...rest.map(beginPart),
    ...named('web').map((web) =>
      demo === 'empty' ? prepared.then(() => beginPart(web)) : beginPart(web),
    ),
  ]);
}

/** @param {import('./keep-running.mjs').Part} part */
async function beginPart(part) {
  say(part.name, 'starting');
  await keepRunning(part, stopping.signal);
  say(part.name, 'ready');
}

/** @param {{ app: string, sandbox: string, temporalUi: string | undefined }} addresses */
function announce({ app, sandbox, temporalUi }) {
  say('start', 'everything is up; Ctrl-C stops it');
  console.log(`\napp          ${app}`);
  console.log(`sandbox      ${sandbox}`);
  console.log(`temporal ui  ${temporalUi ?? 'of your own server (TEMPORAL_UI_URL is not set)'}`);
  console.log(`sign in      ${howToSignIn(app, began)}\n`);
}

/** @returns {Promise<string[]>} the names of the parts that lived */
async function endInOrder() {
  const ended = [];
  for (const names of stopOrder) {
    ended.push(await endRecorded('run', { left: (name) => names.includes(name) }));
  }
  return ended.flat();
}

/** @param {string} why */
async function stop(why) {
  stopping.abort();
  say('stop', why);
  const ended = await endInOrder();
  forget('run', 'supervisor');
  say('stop', `ended ${ended.join(', ') || 'nothing, for nothing ran'}`);
  process.exit(0);
}

/** @param {unknown} error */
async function giveUp(error) {
  stopping.abort();
  console.error(`\n${sentence(error)}`);
  if (recorded('run', 'supervisor')?.pid === process.pid) {
    await endInOrder();
    forget('run', 'supervisor');
  }
  process.exit(1);
}
