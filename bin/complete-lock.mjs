// An install behind a registry without the builds for other systems leaves them out of the lock file, and
// "npm ci" then refuses it everywhere. Run after "npm install": names each of them with its pinned version.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingBuilds } from './parts/lock-file.mjs';
import { root } from './parts/project.mjs';

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingBuilds(lock.packages);
const packages = { ...lock.packages, ...missing };
const sorted = Object.keys(packages).toSorted((a, b) => a.localeCompare(b, 'en'));

lock.packages = Object.fromEntries(sorted.map((path) => [path, packages[path]]));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(missing).length} builds for other systems added to package-lock.json`);
