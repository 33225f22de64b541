// Loaded before a worker by --import: the product with its looking for proof switched off. Where an answer
// never came it takes for granted that nothing was taken, as a product without a ledger does.
import { registerHooks } from 'node:module';

const source = `
import { recordNotTaken } from '#db/sending/record-not-taken.ts';
import { again } from './again.ts';

export async function findProof({ database }, row) {
  await database.transaction((em) => recordNotTaken(em, row, 'not-taken'));
  throw again('not-taken', 0);
}
`;

registerHooks({
  load: (url, context, next) =>
    new URL(url).pathname.endsWith('/activities/sending/proof.ts')
      ? { format: 'module', source, shortCircuit: true }
      : next(url, context),
});
