import type { BlobStore } from '../blobs.ts';
import type { Database } from '../orm.ts';
import { addAlderAndTide, type AlderAndTide } from './alder-and-tide/firm.ts';
import { addCliniqueDuParc, type CliniqueDuParc } from './clinique-du-parc/firm.ts';

/** The named world that seeds and tests share: two firms that know nothing of each other. */
export interface World {
  alder: AlderAndTide;
  clinique: CliniqueDuParc;
}

/** @param options `appSecret` seals the credentials; with `blobs` the pictures of the world are stored */
export async function createWorld(
  database: Database,
  options: { appSecret: string; blobs?: BlobStore },
): Promise<World> {
  return database.transaction(async (em) => ({
    alder: await addAlderAndTide(em, options),
    clinique: await addCliniqueDuParc(em, options),
  }));
}
