import { opensKnownNumbers } from '#db/history/known-numbers.ts';
import { enterPhase, failHistory, openNumbers } from '#db/history/progress.ts';
import type { HistoryLook } from '#db/history/look.ts';
import { writeNumbers } from '#db/history/write-numbers.ts';
import { writePeople } from '#db/history/write-people.ts';
import type { Database } from '#db/orm.ts';
import type { PastPerson } from '#domain/history/exchange.ts';
import type { Read } from '#workflows/history/activities.ts';
import type { OpenPhone, Page } from '../providers/openphone/client.ts';
import { asking, type Asked } from './asking.ts';

/** No firm has so many pages of people; a list that never ends does. */
const pagesAtMost = 100;

/**
 * Reads who works at the firm, and its numbers. A key that opens none of the numbers that are known opens
 * another firm's workspace: nothing of it may be read into this one.
 */
export async function readFirmOf(
  database: Database,
  look: HistoryLook,
  client: OpenPhone,
): Promise<Read> {
  const { workspaceId, accountId } = look;
  await database.transaction((em) => enterPhase(em, look, 'firm'));
  const numbers = await asking(
    database,
    { look, request: 'GET /v1/phone-numbers', about: '' },
    () => client.phoneNumbers(),
  );
  if (numbers.kind !== 'answer') return refused(numbers.kind);
  const told = numbers.value.items;
  const ids = told.map(({ providerId }) => providerId);
  if (!(await opensKnownNumbers(database.fork(), { workspaceId, accountId, ids }))) {
    await database.transaction((em) => failHistory(em, look, 'other-workspace'));
    return { kind: 'stopped' };
  }
  const people = await readPeople(database, look, client);
  if (people === null) return { kind: 'stopped' };
  await database.transaction(async (em) => {
    await writePeople(em, { workspaceId, accountId, people });
    await writeNumbers(em, { workspaceId, accountId, numbers: told });
    await openNumbers(em, look, look.kind === 'whole' ? ['number', 'tail'] : ['number']);
  });
  return { kind: 'done' };

  async function refused(kind: 'refused' | 'failed'): Promise<Read> {
    // A key that may not even list the numbers opens nothing.
    if (kind === 'refused')
      await database.transaction((em) => failHistory(em, look, 'key-refused'));
    return { kind: 'stopped' };
  }
}

/** Null where the key was refused. */
async function readPeople(
  database: Database,
  look: HistoryLook,
  client: OpenPhone,
): Promise<PastPerson[] | null> {
  const people = new Map<string, PastPerson>();
  let token: string | null = null;
  for (let pages = 0; pages < pagesAtMost; pages += 1) {
    const asked = { look, request: 'GET /v1/users', about: '' };
    const from: string | null = token;
    const answer: Asked<Page<PastPerson>> = await asking(database, asked, () => client.users(from));
    if (answer.kind === 'failed') return null;
    if (answer.kind === 'refused') break;
    for (const person of answer.value.items) people.set(person.providerId, person);
    token = answer.value.next;
    if (token === null || token === from) break;
  }
  return [...people.values()];
}
