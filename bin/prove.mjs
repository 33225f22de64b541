// Plain JavaScript for the machine's own Node: at first nothing is installed.
import { continueOnNode24, requireNode20 } from './parts/node24.mjs';
import { ensurePackages } from './parts/packages.mjs';
import { sentence } from './parts/trouble.mjs';

try {
  requireNode20();
  await ensurePackages();
  await continueOnNode24(new URL('prove/main.ts', import.meta.url));
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
