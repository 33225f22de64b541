import { onStop } from '../parts/when-to-stop.mjs';
import { closeProducts } from './run.ts';
import { showsDoubles } from './unreconciled.ts';
import { proveSeed, type SeedSize } from './seed.ts';

/** What one process of a proof is asked: a seed, or the product without its reconciliation. */
export type Task = { kind: 'seed'; size: SeedSize } | { kind: 'unreconciled' };

onStop(async () => {
  await closeProducts();
  process.exit(130);
});

process.once('message', (task: Task) => {
  const name = task.kind === 'seed' ? `seed ${task.size.seed}` : 'without reconciliation';
  const say = (what: string) => console.log(`${name}: ${what}`);
  const work = task.kind === 'seed' ? proveSeed(task.size, say) : showsDoubles(say);
  work.then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
