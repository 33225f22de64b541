import { measureDrip } from './drip.ts';
import { measureHistory } from './history.ts';
import { measureImports } from './imports.ts';
import { measureInbox } from './inbox.ts';
import { measureLive } from './live.ts';
import { onStop } from '../parts/when-to-stop.mjs';
import { load, machine } from './machine.ts';
import { measureMemberships } from './memberships.ts';
import { closeOffices } from './office.ts';
import { tableOf, type Figure } from './table.ts';
import { measureWebhooks } from './webhooks.ts';

/** What can be measured, by the word that chooses it. */
const parts: Record<string, () => Promise<Figure[]>> = {
  drip: measureDrip,
  memberships: measureMemberships,
  webhooks: measureWebhooks,
  live: measureLive,
  inbox: measureInbox,
  imports: measureImports,
  history: measureHistory,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')}. Choose among ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(1);
}

onStop(async () => {
  await closeOffices();
  process.exit(130);
});

const figures: Figure[] = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
  const before = load();
  console.log(`${name}: measuring`);
  figures.push(...((await parts[name]?.()) ?? []));
  figures.push({ what: `${name}: load average before, after`, figure: `${before}, ${load()}` });
}
console.log(`\nnpm run bench${chosen.map((name) => ` ${name}`).join('')}`);
for (const [what, found] of await machine()) console.log(`${what.padEnd(10)} ${found}`);
console.log(`\n${tableOf(figures)}`);
process.exit(0);
