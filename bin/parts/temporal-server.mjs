import { execFile, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { end, failure } from './process-identity.mjs';
import { dataDir } from './project.mjs';
import { diskFull, Trouble } from './trouble.mjs';

const run = promisify(execFile);
const retention = '30d';

/**
 * @typedef {object} TemporalServer
 * @property {string} binary
 * @property {string} name of its log
 * @property {number} port
 * @property {number} [uiPort] none: no UI
 * @property {string} [databaseFile] none: kept in memory, for tests
 * @property {string[]} [limits] `key=value` of its dynamic configuration, over ours
 * @property {(pid: number) => void} [onSpawn] told before it is ready
 */

/**
 * Starts the Temporal server on the loopback, with our search attributes and retention.
 * @param {TemporalServer} server
 * @returns {Promise<{ address: string, pid: number, exited: Promise<number | null>, stop: () => Promise<void> }>}
 */
export async function startTemporal(server) {
  const log = join(dataDir(), 'log', `${server.name}.log`);
  const child = launch(server, log);
  const pid = child.pid ?? 0;
  server.onSpawn?.(pid);
  const address = `127.0.0.1:${server.port}`;
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await ready(server.binary, address, child, log);
  return {
    address,
    pid,
    exited,
    stop: async () => void (await end(pid, ['SIGTERM', 'SIGKILL'], 10_000)),
  };
}

/** @param {TemporalServer} server @param {string} log */
function launch(server, log) {
  mkdirSync(join(dataDir(), 'log'), { recursive: true, mode: 0o700 });
  const output = openSync(log, 'a');
  const child = spawn(server.binary, arguments_(server), {
    cwd: '/',
    detached: true, // Ctrl-C reaches the supervisor alone, which stops the parts in order
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return child;
}

/** @param {TemporalServer} server */
function arguments_({ port, uiPort, databaseFile, limits = [] }) {
  const pragmas = ['journal_mode=wal', 'synchronous=full'];
  return [
    'server',
    'start-dev',
    '--log-level=warn',
    '--ip=127.0.0.1',
    `--port=${port}`,
    ...(uiPort ? [`--ui-port=${uiPort}`, '--ui-disable-news-fetch'] : ['--headless']),
    ...(databaseFile ? [`--db-filename=${databaseFile}`] : []),
    ...(databaseFile ? pragmas.map((pragma) => `--sqlite-pragma=${pragma}`) : []),
    ...searchAttributes.map((attribute) => `--search-attribute=${attribute}`),
    ...[...dynamicConfig, ...limits].map((value) => `--dynamic-config-value=${value}`),
  ];
}

const searchAttributes = ['WorkspaceId=Keyword', 'CampaignId=Keyword'];

const dynamicConfig = [
  'matching.enableFairness=true',
  'limit.maxIDLength=255', // the width of the visibility columns
  'frontend.namespaceRPS.visibility=50',
  'frontend.WorkflowTimeSkippingEnabled=true', // moving the clock of a sandbox workspace
  'history.timerProcessorMaxTimeShift="10ms"', // a skip in 30 ms instead of a second
  'history.workflowIdReuseMinimalInterval="0s"', // else continue-as-new leaps twice in skipped time
];

/**
 * @param {string} binary
 * @param {string} address
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} log
 */
async function ready(binary, address, child, log) {
  const failed = failure(child);
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && failed() === undefined) {
    if (await keepsHistories(binary, address)) return;
    await sleep(100);
  }
  child.kill('SIGKILL');
  const lastWords = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ');
  throw new Trouble(
    `Temporal did not start: ${failed() || lastWords}`,
    diskFull.test(lastWords) ? 'Free a few gigabytes of disk.' : `Read ${log}.`,
  );
}

/**
 * The server is up when it takes our retention (its own is one day).
 * @param {string} binary
 * @param {string} address
 */
async function keepsHistories(binary, address) {
  const args = ['operator', 'namespace', 'update', '--namespace', 'default'];
  try {
    await run(binary, [...args, '--retention', retention, '--address', address], {
      timeout: 10_000,
    });
    return true;
  } catch {
    return false; // not listening yet
  }
}
