import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { postgresBinaries, postgresUser } from './postgres-binaries.mjs';
import { clusterFolder, clusterPassword, ensureCluster } from './postgres-cluster.mjs';
import { end, failure, startedAt } from './process-identity.mjs';
import { dataDir } from './project.mjs';
import { diskFull, Trouble } from './trouble.mjs';

/** Asked kindly PostgreSQL would wait for its clients: so fast, then at once, then by force. */
export const postgresSignals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGQUIT', 'SIGKILL']);

/**
 * @typedef {object} Cluster
 * @property {string} name its folder: 'postgres' for the product, 'test-<pid>' for a test run
 * @property {number} port the usual one; another is taken when it is in use
 * @property {boolean} durable false only for tests: a power cut may then lose data
 * @property {(pid: number) => void} [onSpawn] told before it is ready
 */

/**
 * Starts PostgreSQL on the loopback; a server that an earlier start left behind is ended first.
 * @param {Cluster} cluster
 * @returns {Promise<{ port: number, pid: number, exited: Promise<number | null>, url: (database: string) => string, stop: () => Promise<void> }>}
 */
export async function startPostgres(cluster) {
  const folder = clusterFolder(cluster.name);
  await endLeftPostgres(folder);
  await ensureCluster(cluster);
  const port = await freePort(cluster.port);
  const log = join(dataDir(), 'log', `${cluster.name}.log`);
  const child = launch(folder, log, port, cluster.durable);
  const pid = child.pid ?? 0;
  cluster.onSpawn?.(pid);
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await ready(folder, child, log);
  const password = clusterPassword(cluster.name);
  return {
    port,
    pid,
    exited,
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stop(pid),
  };
}

/** @param {string} folder @param {string} log @param {number} port @param {boolean} durable */
function launch(folder, log, port, durable) {
  mkdirSync(join(dataDir(), 'log'), { recursive: true });
  const output = openSync(log, 'a');
  const args = ['-D', folder, ...settings(port, durable).flatMap((setting) => ['-c', setting])];
  const child = spawn(join(postgresBinaries(), 'bin/postgres'), args, {
    ...postgresUser(),
    cwd: '/',
    detached: true, // Ctrl-C reaches the supervisor alone, which stops the parts in order
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return child;
}

/** @param {number} port @param {boolean} durable */
function settings(port, durable) {
  const always = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=256MB',
    // A plan made for an empty table is kept until the server has counted again: with the usual minute a
    // young installation reads whole workspaces for one row.
    'autovacuum_naptime=10s',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
  ];
  const forTests = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  return durable ? always : [...always, ...forTests];
}

/** @param {string} folder @param {import('node:child_process').ChildProcess} child @param {string} log */
async function ready(folder, child, log) {
  const failed = failure(child);
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && failed() === undefined) {
    const left = pidFile(folder);
    if (left?.pid === child.pid && left?.status === 'ready') return;
    await sleep(25);
  }
  const lastWords = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ');
  throw new Trouble(
    `PostgreSQL did not start: ${failed() || lastWords}`,
    diskFull.test(lastWords) ? 'Free a few gigabytes of disk.' : `Read ${log}.`,
  );
}

/**
 * What PostgreSQL itself wrote about the server of this folder.
 * @param {string} folder
 * @returns {{ pid: number, port: number, status: string } | undefined}
 */
function pidFile(folder) {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined; // no server of this folder runs, or it was ended in good order
  }
}

/**
 * Ends the server that a killed supervisor or test run left in this folder.
 * @param {string} folder
 */
export async function endLeftPostgres(folder) {
  const left = pidFile(folder);
  if (left && runsIn(left.pid, folder)) await stop(left.pid);
}

/**
 * A pid may have passed to another program since; PostgreSQL names its folder in its command line.
 * @param {number} pid
 * @param {string} folder
 */
function runsIn(pid, folder) {
  if (startedAt(pid) === undefined) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch {
    return process.platform !== 'linux'; // without /proc the pid file is all there is to go by
  }
}

/** @param {number} pid */
async function stop(pid) {
  const ended = await end(pid, postgresSignals, 12_000);
  if (!ended)
    throw new Trouble(`PostgreSQL (process ${pid}) does not stop.`, `Run "kill -9 ${pid}".`);
}
