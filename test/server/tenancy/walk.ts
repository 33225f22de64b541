import type { Hono } from 'hono';
import { may } from '#domain/access/permissions.ts';
import { roles, type Role } from '#domain/access/role.ts';
import { addUser } from '#db/seeds/users.ts';
import type { HttpEnv } from '#server/http/env.ts';
import { openApp, type TestApp, type Visitor } from '#test/support/app.ts';
import type { TestWorld } from '#test/support/world.ts';
import { foreignIds, foreignWords, type Foreign } from './foreign.ts';
import type { Entry } from './entry.ts';

const where = 'test/server/tenancy/routes/';

/** Routes as they are registered; a pattern behind a part is not part of its name. */
export function registered(app: Hono<HttpEnv>): string[] {
  const named = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replaceAll(/\{[^}]*\}+/g, '')}`);
  return [...new Set(named)];
}

/** What the table lacks, and what it still names though it is gone; one sentence each. */
export function unlisted(app: Hono<HttpEnv>, table: Record<string, Entry>): string[] {
  const found = registered(app);
  const missing = found.filter((route) => !table[route]);
  const gone = Object.keys(table).filter((route) => !found.includes(route));
  return [
    ...missing.map(
      (route) =>
        `${route} has no entry in ${where}. Add one: own() where it names nothing, foreign({ id: 'contact' }) with what each part of its address names, open() where anyone may come; and the permission that it needs.`,
    ),
    ...gone.map((route) => `${route} is in ${where}, but the app has no such route. Take it out.`),
  ];
}

interface Try {
  route: string;
  entry: Entry;
  method: string;
  path: string;
  form: Record<string, string | readonly string[]> | undefined;
  /** Its address names something of the other workspace. */
  names: boolean;
}

/**
 * Tries every route of the table with real ids of the other workspace, as each role and as a stranger.
 * @returns a sentence for each answer that gives what it should not
 */
export async function walk(
  world: TestWorld,
  table: Record<string, Entry>,
  app: TestApp = openApp(world),
): Promise<string[]> {
  const foreign = await foreignIds(world);
  const words = await foreignWords(world);
  const tries = Object.entries(table).flatMap(([route, entry]) =>
    triesOf(route, entry, world, foreign),
  );
  const faults: string[] = [];
  for (const role of roles) {
    const user = await addUser(world.database.fork(), {
      workspaceId: world.alder.workspaceId,
      email: `${role}@aldertide.example`,
      name: `The ${role}`,
      role,
    });
    for (const one of tries) {
      // A session of its own for each: some routes end sessions.
      const answer = await ask(await app.as(user), one);
      const fault = faultOf(one, answer, role) ?? wordOf(one, answer, words);
      if (fault) faults.push(`As ${role}, ${one.method} ${one.path}: ${fault}`);
    }
  }
  for (const one of tries) {
    const answer = await ask(app.stranger(), one);
    const fault = strangerFault(one, answer) ?? wordOf(one, answer, words);
    if (fault) faults.push(`Signed out, ${one.method} ${one.path}: ${fault}`);
  }
  return faults;
}

function triesOf(route: string, entry: Entry, world: TestWorld, foreign: Foreign): Try[] {
  const [method = '', pattern = ''] = route.split(' ');
  const bodies = entry.kind === 'open' ? [] : (entry.bodies?.(world.alder, foreign) ?? []);
  const path = entry.kind === 'foreign' ? filled(route, pattern, entry.parts, foreign) : entry.path;
  const first = { form: entry.form, path: path ?? pattern, names: entry.kind === 'foreign' };
  const rest = bodies.map((body) => ({ form: undefined, ...body, names: false }));
  return [first, ...rest].map((one) => ({ route, entry, method, ...one }));
}

function filled(
  route: string,
  pattern: string,
  parts: Record<string, string>,
  foreign: Foreign,
): string {
  return pattern.replaceAll(/:(\w+)/g, (_, part: string) => {
    const named = parts[part];
    if (!named) throw new Error(`${route} does not say what :${part} names; see ${where}.`);
    return named.startsWith('=') ? named.slice(1) : foreign[named as keyof Foreign];
  });
}

interface Answer {
  status: number;
  location: string;
  text: string;
}

async function ask(visitor: Visitor, { method, path, form }: Try): Promise<Answer> {
  const response =
    method === 'GET' || method === 'DELETE'
      ? await visitor.send(method, path)
      : await visitor.post(path, form);
  const location = response.headers.get('location') ?? '';
  return { status: response.status, location, text: await wordsIn(response) };
}

/** A stream never ends; what it says first is enough. */
async function wordsIn(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('event-stream')) return response.text();
  const reader = response.body!.getReader();
  const first = await reader.read();
  await reader.cancel();
  return Buffer.from(first.value ?? []).toString();
}

const refusals = [403, 404, 409, 422];

function faultOf(
  { entry, names, method }: Try,
  { status, location }: Answer,
  role: Role,
): string | undefined {
  if (status >= 500) return `it answered ${status}`;
  if (entry.kind === 'open') return undefined;
  const allowed = !entry.needs || may(role, entry.needs);
  if (!allowed)
    return status === 403 ? undefined : `it answered ${status}, though only 403 is right`;
  if (names) {
    return refusals.includes(status)
      ? undefined
      : `it answered ${status} to ids of another workspace`;
  }
  if (location.startsWith('/sign-in')) return 'it sent a member away';
  // A page that answers nobody would pass everything else.
  const shows = method !== 'GET' || entry.kind !== 'own' || status === 200;
  return shows ? undefined : `it answered ${status} to a member`;
}

function strangerFault({ entry }: Try, { status, location }: Answer): string | undefined {
  if (status >= 500) return `it answered ${status}`;
  if (entry.kind === 'open') return undefined;
  const away = status === 303 && location.startsWith('/sign-in');
  return away ? undefined : `it answered ${status} to a stranger`;
}

// What the visitor typed themselves may stand in the answer.
function wordOf(
  { form, path }: Try,
  { text, location }: Answer,
  words: readonly string[],
): string | undefined {
  const typed = [...Object.values(form ?? {}).flat(), ...path.split(/[/?=&]/)];
  const said = words
    .filter((word) => !typed.includes(word))
    .find((word) => text.includes(word) || location.includes(word));
  return said && `it said “${said}”`;
}
