import pino from 'pino';
import { eventKinds, type EventKind } from '#domain/inbox/event-kind.ts';
import type { Engine } from '#server/engine.ts';
import { workEvents } from '#server/relay/events/work-events.ts';
import { webhookRoutes } from '#server/webhooks/webhooks.ts';
import { firstRow, rows, sql } from '#db/sql.ts';
import { appSecret, type Office } from '#test/db/events/office.ts';
import { post, publicUrl, type Posted } from '../webhooks/post.ts';
import { postQuo, type PostedQuo } from '../webhooks/post-quo.ts';

export const quiet = pino({ level: 'silent' });

/** What comes in, and what the relay makes of it, without the relay's own timing. */
export function sceneOf(office: Office) {
  const { database } = office;
  const env = { PUBLIC_URL: publicUrl, APP_SECRET: appSecret };
  const app = webhookRoutes({ database, env, log: quiet });
  const read = <T>(statement: ReturnType<typeof sql>): Promise<T[]> =>
    rows(database.fork(), statement) as Promise<T[]>;

  return {
    post: (posted: Posted) => post(app, posted),
    postQuo: (body: string, posted?: PostedQuo) => postQuo(app, body, posted),
    read,
    one: async <T>(statement: ReturnType<typeof sql>): Promise<T | undefined> =>
      (await read<T>(statement))[0],
    applyAll,
    applyOnce,
    outbox: () =>
      read<{ kind: string; key: string; payload: Record<string, unknown> }>(
        sql`select kind, key, payload from outbox order by id`,
      ),
  };

  /** Applies each that is due, and none twice: what is put off now is due later. */
  async function applyOnce(kind: EventKind): Promise<void> {
    while (await workEvents({ database, kind, log: quiet }));
  }

  /** Applies what is due until nothing is. */
  async function applyAll(): Promise<void> {
    for (const kind of eventKinds) {
      await applyOnce(kind);
    }
  }
}

export const addressOf = (office: Office, value: string) =>
  firstRow<{ id: string; blocked: string[]; consents: Record<string, string>; sender_id: string }>(
    office.database.fork(),
    sql`select * from address where workspace_id = ${office.workspaceId} and value = ${value}`,
  );

/** An engine that remembers what it was told, and can be away. */
export function fakeEngine() {
  const told: string[] = [];
  const state = { away: false, unknown: new Set<string>(), stuck: new Set<string>() };
  const say = async (what: string): Promise<void> => {
    if (state.away) throw new Error('UNAVAILABLE');
    told.push(what);
  };
  const engine: Engine = {
    start: async ({ type, id }) => {
      const there = told.includes(`start ${type} ${id}`);
      await say(`start ${type} ${id}`);
      return there ? 'there-already' : 'started';
    },
    wakeOrStart: ({ type, id }) => say(`wake or start ${type} ${id}`),
    signal: async ({ workflowId, name, payload }) => {
      if (state.away) throw new Error('UNAVAILABLE');
      if (state.unknown.has(workflowId)) return 'not-found';
      await say(`${name} ${workflowId}${payload ? ` ${JSON.stringify(payload)}` : ''}`);
      return 'signalled';
    },
    forwardTo: async (workflowId, instant) => {
      if (state.stuck.has(workflowId)) return 'busy';
      await say(`forward ${workflowId} by ${Math.round((instant - Date.now()) / 1000)} s`);
      return 'forwarded';
    },
    keepSchedule: ({ id, when }) => say(`keep ${id} ${JSON.stringify(when)}`),
    dropSchedule: (id) => say(`drop ${id}`),
    close: () => Promise.resolve(),
  };
  return { engine, told, state };
}
