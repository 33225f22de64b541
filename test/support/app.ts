import pino from 'pino';
import { v7 } from 'uuid';
import { createApp } from '#server/app.tsx';
import type { AppDeps } from '#server/context.ts';
import { readWebEnv } from '#server/env.ts';
import { loadAssets } from '#server/http/assets.ts';
import { signIn } from './sign-in.ts';
import { appSecret, type TestWorld } from './world.ts';

export const origin = 'http://throughline.test';

const assets = loadAssets();

type Form = Record<string, string | readonly string[]>;

interface Options {
  /** As htmx asks for a region; without it the whole page. */
  partial?: boolean;
  headers?: Record<string, string>;
}

/** A browser of one signed-in person, or of a stranger. */
export interface Visitor {
  get: (path: string, options?: Options) => Promise<Response>;
  /** Posts a form; an `order` id is added where the form names none. */
  post: (path: string, form?: Form, options?: Options) => Promise<Response>;
  delete: (path: string, options?: Options) => Promise<Response>;
  send: (method: string, path: string, body?: BodyInit, options?: Options) => Promise<Response>;
}

export type TestApp = ReturnType<typeof openApp>;

/** The whole app over a world, without a port. `overrides` replaces parts of what it is given. */
export function openApp(world: TestWorld, overrides: Partial<AppDeps> = {}) {
  const deps: AppDeps = {
    database: world.database,
    env: readWebEnv({
      DATABASE_URL: world.databaseUrl,
      PUBLIC_URL: origin,
      APP_SECRET: appSecret,
      SANDBOX_URL: 'http://sandbox.test',
    }),
    log: pino({ level: 'silent' }),
    blobs: world.blobs,
    assets,
    stopping: new AbortController().signal,
    ...overrides,
  };
  const app = createApp(deps);
  return {
    app,
    deps,
    /** Someone without a session. */
    stranger: (): Visitor => visitor(),
    /** Someone signed in; the cookie also serves requests made by hand. */
    as: async (
      user: { id: string },
      workspaceId?: string,
    ): Promise<Visitor & { cookie: string }> => {
      const cookie = await signIn(world.database, {
        userId: user.id,
        workspaceId: workspaceId ?? null,
      });
      return { ...visitor(cookie), cookie };
    },
  };

  function visitor(cookie?: string): Visitor {
    const send: Visitor['send'] = async (method, path, body, options = {}) =>
      app.request(`${origin}${path}`, {
        method,
        ...(body === undefined ? {} : { body }),
        headers: {
          'Sec-Fetch-Site': 'same-origin',
          Origin: origin,
          ...(cookie ? { Cookie: cookie } : {}),
          ...(options.partial ? { 'HX-Request': 'true', 'HX-Request-Type': 'partial' } : {}),
          ...options.headers,
        },
      });
    return {
      send,
      get: (path, options) => send('GET', path, undefined, options),
      post: (path, form = {}, options) =>
        send('POST', path, encoded({ order: v7(), ...form }), options),
      delete: (path, options) => send('DELETE', path, undefined, options),
    };
  }
}

function encoded(form: Form): URLSearchParams {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}
