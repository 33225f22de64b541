// Plain JavaScript for the machine's own Node, so that it can also say why nothing could be installed.
import { findings } from './parts/diagnosis.mjs';

let wrong = 0;
for (const { part, found, cure } of await findings()) {
  console.log(`${cure ? 'WRONG' : 'ok   '}  ${part.padEnd(12)} ${found}`);
  if (cure) console.log(`       ${''.padEnd(12)} ${cure}`);
  wrong += cure ? 1 : 0;
}
console.log(wrong === 0 ? '\nNothing is wrong.' : `\n${wrong} to put right.`);
process.exitCode = wrong === 0 ? 0 : 1;
