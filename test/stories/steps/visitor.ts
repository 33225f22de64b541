import { v7 } from 'uuid';
import { signIn } from '#test/support/sign-in.ts';
import type { Product } from '#test/support/product.ts';

/** Somebody signed in without a browser. */
export interface Visitor {
  status: (path: string) => Promise<number>;
  words: (path: string) => Promise<string>;
  /** Posts a form with an order of its own; what comes of it is not followed. */
  post: (path: string, form?: Record<string, string>) => Promise<number>;
}

export async function visit(product: Product, user: { id: string }): Promise<Visitor> {
  const cookie = await signIn(product.database, { userId: user.id });
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(product.url + path, {
      redirect: 'manual',
      ...init,
      headers: { Cookie: cookie, Origin: product.url, 'Sec-Fetch-Site': 'same-origin' },
    });
  return {
    status: async (path) => (await ask(path)).status,
    words: async (path) => (await ask(path)).text(),
    post: async (path, form = {}) => {
      const body = new URLSearchParams({ order: v7(), ...form });
      return (await ask(path, { method: 'POST', body })).status;
    },
  };
}
