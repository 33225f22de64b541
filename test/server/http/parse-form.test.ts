import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { HttpEnv } from '#server/http/env.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { webApp } from '#test/support/web-app.ts';

async function read(schema: z.ZodType, body: string) {
  const routes = new Hono<HttpEnv>().post('/form', async (c) => c.json(await parseForm(c, schema)));
  const answer = await webApp({ routes }).request('/form', {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
    },
  });
  return (await answer.json()) as Awaited<ReturnType<typeof parseForm>>;
}

describe('a posted form', () => {
  it('becomes a value', async () => {
    const schema = z.object({ name: z.string().trim(), limit: z.coerce.number() });
    expect(await read(schema, 'name=+Ice+&limit=125')).toMatchObject({
      ok: true,
      value: { name: 'Ice', limit: 125 },
    });
  });

  it('keeps what was typed when it is refused', async () => {
    const posted = await read(z.object({ name: z.string().min(5) }), 'name=Ice&other=x');
    expect(posted).toEqual({
      ok: false,
      form: {
        values: { name: 'Ice', other: 'x' },
        errors: { name: 'Write at least 5 characters.' },
      },
    });
  });

  it('takes a name posted twice, or marked as a list, for a list', async () => {
    const schema = z.object({ days: z.array(z.string()), tags: z.array(z.string()) });
    expect(await read(schema, 'days=mon&days=fri&tags%5B%5D=roof')).toMatchObject({
      value: { days: ['mon', 'fri'], tags: ['roof'] },
    });
  });

  it.each([
    [z.object({ f: z.string() }), '', 'Fill this in.'],
    [z.object({ f: z.string().min(1) }), 'f=', 'Fill this in.'],
    [z.object({ f: z.string().max(3) }), 'f=abcd', 'Keep it to 3 characters.'],
    [
      z.object({ f: z.email() }),
      'f=dana',
      'Write a full e-mail address, such as dana@aldertide.example.',
    ],
    [z.object({ f: z.coerce.number() }), 'f=many', 'Write a number.'],
    [z.object({ f: z.coerce.number().min(1) }), 'f=0', 'Take 1 or more.'],
    [z.object({ f: z.coerce.number().max(125) }), 'f=400', 'Take 125 or less.'],
    [z.object({ f: z.enum(['a', 'b']) }), 'f=c', 'Choose one of the list.'],
    [z.object({ f: z.array(z.string()).min(2) }), 'f%5B%5D=a', 'Choose at least 2.'],
    [z.object({ f: z.string().regex(/^x/) }), 'f=y', 'This does not look right.'],
    [z.object({ f: z.string().min(1, 'Give it a name.') }), 'f=', 'Give it a name.'],
  ])('is refused in the words of the user (%#)', async (schema, body, sentence) => {
    expect(await read(schema, body)).toMatchObject({ form: { errors: { f: sentence } } });
  });

  it('can be refused for what no schema knows', () => {
    const form = { values: { name: 'Ice' }, errors: {} };
    expect(refused(form, { name: 'Taken.' })).toEqual({
      values: { name: 'Ice' },
      errors: { name: 'Taken.' },
    });
  });
});
