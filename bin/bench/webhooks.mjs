// Webhooks answered at a steady rate, and how soon what they say is heard by an open page.
//   node --import tsx bin/bench/webhooks.mjs [per second] [seconds]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { forgetCluster } from '../parts/postgres-cluster.mjs';
import { startPostgres } from '../parts/postgres.mjs';
import { freePort } from '../parts/ports.mjs';
import { root } from '../parts/project.mjs';

const secret = 'a secret of the benchmark, long enough';
const warmUp = 3;

/**
 * @param {{ perSecond: number, seconds: number }} load
 * @returns {Promise<{ answered: number, notAnswered: number, answerMs: Spread, notHeard: number, heardMs: Spread }>}
 * @typedef {{ p50: number, p95: number, p99: number, max: number }} Spread
 */
export async function measureWebhooks({ perSecond, seconds }) {
  const name = `bench-${process.pid}`;
  const postgres = await startPostgres({ name, port: 0, durable: true });
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  try {
    const scene = await prepare(postgres.url('postgres'), perSecond * (seconds + warmUp));
    const env = { DATABASE_URL: scene.url, APP_SECRET: secret, LOG_LEVEL: 'warn' };
    const port = await freePort(0);
    const base = `http://127.0.0.1:${port}`;
    children.push(
      await begin('server/main.ts', { ...env, PORT: `${port}`, PUBLIC_URL: base }, port),
    );
    const health = await freePort(0);
    children.push(
      await begin('server/relay-main.ts', { ...env, HEALTH_PORT: `${health}` }, health),
    );
    const run = { ...scene, base, perSecond };
    await load({ ...run, from: 0, seconds: warmUp });
    return await load({ ...run, from: perSecond * warmUp, seconds });
  } finally {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')));
    await postgres.stop();
    forgetCluster(name);
  }
}

/** The demo's firm, with messages in the ledger for callbacks to tell of. @param {string} url @param {number} messages */
async function prepare(url, messages) {
  const { migrate } = await import('#db/migrate.ts');
  const { openDatabase } = await import('#db/orm.ts');
  const { createWorld } = await import('#db/seeds/world.ts');
  const { openSession } = await import('#db/access/sessions.ts');
  const { account } = await import('#db/seeds/alder-and-tide/firm.ts');
  const { run, sql } = await import('#db/sql.ts');
  await migrate(url);
  const database = await openDatabase(url, { poolSize: 2 });
  const { alder } = await createWorld(database, { appSecret: secret });
  const session = { userId: alder.dana.id, workspaceId: null, userAgent: 'bench', ip: null };
  const token = await database.transaction((em) => openSession(em, session));
  const [sender] = alder.senders;
  await run(
    database.fork(),
    sql`insert into send (workspace_id, intent_key, purpose, channel, state, address_id, sender_id, provider_account_id, provider_id, body)
    select ${alder.workspaceId}::uuid, 'bench:' || n, 'marketing', 'sms', 'accepted', ${alder.contacts[0]?.addressId}::uuid, ${sender?.id}::uuid,
      ${alder.accountId}::uuid, 'SMbench' || n, 'Hello' from generate_series(0, ${messages}) n`,
  );
  await database.close();
  return { url, account, cookie: `throughline=${token}`, to: sender?.value ?? '' };
}

/** Which conversation each number's words went to. @param {string} url @returns {Promise<Map<string, string>>} */
async function conversations(url) {
  const { openDatabase } = await import('#db/orm.ts');
  const { rows, sql } = await import('#db/sql.ts');
  const database = await openDatabase(url, { poolSize: 1 });
  const found = await rows(
    database.fork(),
    sql`select a.value, i.conversation_id as id from interaction i join address a on a.id = i.address_id where i.direction = 'in'`,
  );
  await database.close();
  return new Map(found.map((/** @type {any} */ row) => [row.value, row.id]));
}

/** @param {string} entry @param {Record<string, string>} env @param {number} port */
async function begin(entry, env, port) {
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(100)) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (ready?.ok) return child;
  }
  child.kill('SIGKILL');
  throw new Error(`${entry} did not become ready.`);
}

/**
 * @typedef {object} Load
 * @property {string} url of the database
 * @property {string} base of the web process
 * @property {{ key: string, sid: string, token: string }} account
 * @property {string} cookie
 * @property {string} to a number of ours
 * @property {number} from counts on from here, so that two loads say different things
 * @property {number} perSecond
 * @property {number} seconds
 */

/** @param {Load} run */
async function load(run) {
  const { base, perSecond, seconds } = run;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const page = await listen(base, run.cookie);
  /** @type {number[]} */
  const answers = [];
  /** @type {Map<string, number>} */
  const said = new Map();
  let notAnswered = 0;
  const began = performance.now();
  /** @type {Promise<void>[]} */
  const inHand = [];
  for (let i = 0; i < perSecond * seconds; i++) {
    const early = began + (i * 1000) / perSecond - performance.now();
    if (early > 1) await sleep(early);
    inHand.push(one(run.from + i));
  }
  await Promise.all(inHand);
  await sleep(2000);
  const ids = await conversations(run.url);
  const heard = [...said].map(([number, at]) => (page.heardAt(ids.get(number) ?? '') ?? NaN) - at);
  page.close();
  agent.destroy();
  return {
    answered: answers.length,
    notAnswered,
    answerMs: spread(answers),
    notHeard: heard.filter(Number.isNaN).length,
    heardMs: spread(heard.filter((ms) => !Number.isNaN(ms))),
  };

  /** One reply in ten webhooks; the others tell states of messages. @param {number} i */
  async function one(i) {
    const isReply = i % 10 === 0;
    const { account, to } = run;
    const number = `+1617555${String(i % 10_000).padStart(4, '0')}`;
    const fields = isReply
      ? {
          MessageSid: `SMreply${i}`,
          AccountSid: account.sid,
          From: number,
          To: to,
          Body: 'Is Thursday still open?',
        }
      : {
          MessageSid: `SMbench${i}`,
          AccountSid: account.sid,
          MessageStatus: 'delivered',
          From: to,
          To: number,
        };
    const path = `/webhooks/twilio/${account.key}/${isReply ? 'messages' : 'status'}`;
    const start = performance.now();
    if (isReply) said.set(number, start);
    const status = await post(agent, base + path, fields, account.token);
    if (status < 300) answers.push(performance.now() - start);
    else notAnswered += 1;
  }
}

/** @param {Agent} agent @param {string} url @param {Record<string, string>} fields @param {string} token @returns {Promise<number>} */
function post(agent, url, fields, token) {
  const signature = twilioWebhooks.getExpectedTwilioSignature(token, url, fields);
  return new Promise((resolve, reject) => {
    const call = request(url, {
      agent,
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Twilio-Signature': signature,
      },
    });
    call.on('error', reject);
    call.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    call.end(new URLSearchParams(fields).toString());
  });
}

/** A page whose stream is open. @param {string} base @param {string} cookie */
async function listen(base, cookie) {
  /** @type {Map<string, number>} */
  const first = new Map();
  const call = request(`${base}/events`, { headers: { Cookie: cookie, 'HX-Request': 'true' } });
  call.on('error', () => {});
  call.end();
  const [answer] = await once(call, 'response');
  answer.setEncoding('utf8');
  answer.on('data', (/** @type {string} */ chunk) => {
    const at = performance.now();
    for (const [, id = ''] of chunk.matchAll(/^event: inbox:(\S+)$/gm)) {
      if (!first.has(id)) first.set(id, at);
    }
  });
  await sleep(500);
  return { close: () => call.destroy(), heardAt: (/** @type {string} */ id) => first.get(id) };
}

/** @param {number[]} times @returns {Spread} */
function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
    10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [perSecond = 200, seconds = 20] = process.argv.slice(2).map(Number);
  console.table(flat(await measureWebhooks({ perSecond, seconds })));
}

/** @param {Awaited<ReturnType<typeof measureWebhooks>>} figures */
function flat({ answered, notAnswered, answerMs, notHeard, heardMs }) {
  return {
    'webhook answered (ms)': { ...answerMs, count: answered, failed: notAnswered },
    'reply heard by an open page (ms)': { ...heardMs, failed: notHeard },
  };
}
