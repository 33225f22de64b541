import { customKeys } from '#db/contacts/custom-keys.ts';
import type { Db } from '#db/orm.ts';

const keptMs = 10_000;
const mostKept = 1000;
const kept = new Map<string, { keys: string[]; until: number }>();

/**
 * The contacts' own fields as the designer offers and judges them. Looking through all contacts takes
 * longer than a saved word may, so what was found is kept for seconds; publishing looks anew.
 */
export async function knownFields(em: Db, workspaceId: string): Promise<string[]> {
  const known = kept.get(workspaceId);
  if (known && known.until > performance.now()) return known.keys;
  const keys = await customKeys(em, workspaceId);
  if (kept.size >= mostKept) kept.clear();
  kept.set(workspaceId, { keys, until: performance.now() + keptMs });
  return keys;
}
