import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { makeLink } from '#db/access/links.ts';
import { anyUser } from '#db/access/users.ts';
import type { Database } from '#db/orm.ts';
import type { WebEnv } from '#server/env.ts';
import { paths } from '#web/paths.ts';

/**
 * Where nobody has an account yet, prints a link that lets its reader become the first owner.
 * A later start makes a new one; the old one no longer opens.
 */
export async function inviteFirstOwner({
  database,
  env,
  log,
}: {
  database: Database;
  env: WebEnv;
  log: Logger;
}): Promise<void> {
  if (await anyUser(database.fork())) return;
  const code = await database.transaction((em) => makeLink(em, { kind: 'owner' }));
  const setup = `${env.PUBLIC_URL}${paths.firstOwner(code)}`;
  log.info({ setup }, 'nobody has an account yet: open this link to become the first owner');
  await mkdir(env.DATA_DIR, { recursive: true });
  const file = path.join(env.DATA_DIR, 'sign-in.json');
  await writeFile(file, JSON.stringify({ app: env.PUBLIC_URL, link: setup }), { mode: 0o600 });
}
