import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { absoluteDays } from '#domain/access/session-rule.ts';
import type { WebEnv } from '#server/env.ts';

/** A `__Host-` cookie binds to one secure origin; over plain HTTP (this machine only) browsers refuse it. */
const secure = (env: WebEnv): boolean => env.PUBLIC_URL.startsWith('https:');

const name = (env: WebEnv): string => (secure(env) ? '__Host-throughline' : 'throughline');

export function readSessionCookie(c: Context, env: WebEnv): string | undefined {
  return getCookie(c, name(env));
}

export function writeSessionCookie(c: Context, env: WebEnv, token: string): void {
  setCookie(c, name(env), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: secure(env),
    maxAge: absoluteDays * 24 * 60 * 60,
  });
}

export function dropSessionCookie(c: Context, env: WebEnv): void {
  deleteCookie(c, name(env), { path: '/', secure: secure(env) });
}
