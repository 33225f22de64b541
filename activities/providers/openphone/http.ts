import { failureOf, OpenPhoneError, refusalOf } from './error.ts';

const HOST = 'api.quo.com';
const MAX_BYTES = 10_000_000;

export interface OpenPhoneSettings {
  apiKey: string;
  /** Origin that stands in for the provider's host in a sandbox workspace; undefined is the provider itself. */
  sandboxUrl: string | undefined;
  /** Awaited before each request. */
  pace: () => Promise<void>;
  /** For a whole answer, its last byte included. */
  timeoutMs: number;
}

/** Values of a query; a list is one name said several times. */
export type Query = Readonly<
  Record<string, string | number | readonly string[] | null | undefined>
>;

export interface Asked {
  method?: 'GET' | 'POST';
  path: string;
  query?: Query;
  body?: unknown;
}

/**
 * One request and its JSON.
 * @throws OpenPhoneError for whatever is not an answer of 2xx with JSON in it
 */
export async function ask(settings: OpenPhoneSettings, asked: Asked): Promise<unknown> {
  await settings.pace();
  const { apiKey, sandboxUrl, timeoutMs } = settings;
  const { method = 'GET', path, query = {}, body } = asked;
  try {
    const answer = await fetch(`${sandboxUrl ?? `https://${HOST}`}/v1${path}${written(query)}`, {
      method,
      headers: {
        // The key stands alone: with a scheme before it, it is no key.
        Authorization: apiKey,
        ...(sandboxUrl ? { 'X-Sim-Host': HOST } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return await contentOf(answer);
  } catch (error) {
    throw failureOf(error);
  }
}

function written(query: Query): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) said.append(name, String(one));
  }
  return said.size > 0 ? `?${said}` : '';
}

async function contentOf(answer: Response): Promise<unknown> {
  const text = await textOf(answer);
  const content = parsed(text);
  if (!answer.ok) throw refusalOf(answer.status, content);
  if (content === undefined) throw new OpenPhoneError(answer.status, 'not-json');
  return content;
}

async function textOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new OpenPhoneError(answer.status, 'too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
