import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { keepRunning } from './keep-running.mjs';
import { dataDir } from './project.mjs';
import { say } from './say.mjs';
import { portFor } from './settings.mjs';
import { release } from './temporal-release.mjs';
import { startTemporal } from './temporal-server.mjs';
import { temporalBinary } from './temporal.mjs';
import { Trouble } from './trouble.mjs';

/**
 * The Temporal server that TEMPORAL_ADDRESS names, else one of our own with its UI.
 * @param {AbortSignal} stopping
 * @returns {Promise<{ address: string, ui: string | undefined }>}
 */
export async function engine(stopping) {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) {
    await requireListener(given);
    say('temporal', `using TEMPORAL_ADDRESS (${given})`);
    return { address: given, ui: process.env['TEMPORAL_UI_URL'] };
  }
  const binary = await temporalBinary();
  const port = await portFor('temporal', Number(process.env['TEMPORAL_PORT'] ?? 7233));
  const uiPort = await portFor('temporal ui', Number(process.env['TEMPORAL_UI_PORT'] ?? 8233));
  const databaseFile = temporalDatabase();
  const server = { binary, name: 'temporal', port, uiPort, databaseFile };
  await keepRunning(
    { name: 'temporal', start: (onSpawn) => startTemporal({ ...server, onSpawn }) },
    stopping,
  );
  say('temporal', `ready on port ${port}`);
  return { address: `127.0.0.1:${port}`, ui: `http://127.0.0.1:${uiPort}` };
}

/** The server makes its schema only with a new file, so each version has a file of its own. */
function temporalDatabase() {
  const file = join(dataDir(), `temporal-${release.version}.db`);
  const older = readdirSync(dataDir()).find((name) => /^temporal-[\d.]+\.db$/.test(name));
  if (older && !existsSync(file)) {
    say(
      'temporal',
      `version ${release.version} begins a new store; the workflows in ${older} stay there`,
    );
  }
  return file;
}

/** @param {string} address */
async function requireListener(address) {
  const [host = '', port = '7233'] = address.split(':');
  await new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), timeout: 5000 });
    const refuse = () =>
      reject(
        new Trouble(
          `No Temporal server answers at ${address}.`,
          'Start it, correct TEMPORAL_ADDRESS, or unset it to use the embedded server.',
        ),
      );
    socket.once('connect', () => resolve(socket.destroy()));
    socket.once('error', refuse).once('timeout', refuse);
  });
}
