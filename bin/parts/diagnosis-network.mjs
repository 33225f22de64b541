import { connect } from 'node:net';
import { recorded } from './records.mjs';

const usual = /** @type {[string, string, number][]} */ ([
  ['app', 'PORT', 3000],
  ['sandbox', 'SANDBOX_PORT', 4010],
  ['postgres', 'POSTGRES_PORT', 5432],
  ['temporal', 'TEMPORAL_PORT', 7233],
  ['temporal ui', 'TEMPORAL_UI_PORT', 8233],
]);

/**
 * Servers of others that the environment names.
 * @returns {Promise<import('./diagnosis.mjs').Finding[]>}
 */
export async function lookAtServers() {
  const database = process.env['DATABASE_URL'];
  const temporal = process.env['TEMPORAL_ADDRESS'];
  return Promise.all([
    ...(database ? [lookAtServer('DATABASE_URL', new URL(database).host, 5432)] : []),
    ...(temporal ? [lookAtServer('TEMPORAL_ADDRESS', temporal, 7233)] : []),
  ]);
}

/** @param {string} variable @param {string} address @param {number} usualPort */
async function lookAtServer(variable, address, usualPort) {
  const [host = '', port = usualPort] = address.split(':');
  const up = await answers(host, Number(port));
  return up
    ? { part: 'server', found: `${variable} (${address}) answers` }
    : {
        part: 'server',
        found: `${variable} (${address}) does not answer`,
        cure: `Start it, or correct ${variable}.`,
      };
}

/** @returns {Promise<import('./diagnosis.mjs').Finding[]>} */
export async function lookAtPorts() {
  const running = recorded('run', 'supervisor');
  if (running)
    return [
      {
        part: 'running',
        found: `yes, at ${running.app ?? 'an address to come'} (process ${running.pid})`,
      },
    ];
  const taken = [];
  for (const [part, variable, standard] of usual) {
    const port = Number(process.env[variable] ?? standard);
    if (await answers('127.0.0.1', port)) taken.push(`${port} (${part})`);
  }
  const found =
    taken.length > 0 ? `in use by others: ${taken.join(', ')}; others are taken then` : 'all free';
  return [
    { part: 'running', found: 'no' },
    { part: 'ports', found },
  ];
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const done = (/** @type {boolean} */ up) => () => {
      socket.destroy();
      resolve(up);
    };
    socket.once('connect', done(true)).once('error', done(false)).once('timeout', done(false));
  });
}
