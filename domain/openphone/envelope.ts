import { z } from 'zod';

/** The two families of webhooks, which differ in signature and in shape. */
export type WebhookFamily = 'v1' | 'dated';

/** What every webhook says of itself, with the object that it is about and what stands around it. */
export interface Envelope {
  family: WebhookFamily;
  /** As the family has it: v1 to v4, or a date. */
  apiVersion: string;
  id: string | null;
  type: string;
  object: Told;
  /** Only the dated family tells who and where apart from the object. */
  context: Told;
}

export type Told = Readonly<Record<string, unknown>>;

const record = z.record(z.string(), z.unknown());
const shape = z.object({
  id: z.string().min(1).nullable().catch(null),
  apiVersion: z.string().catch(''),
  type: z.string().min(1),
  data: z
    .object({
      object: record.optional().catch(undefined),
      resource: record.optional().catch(undefined),
      context: record.catch({}),
    })
    .catch({ context: {} }),
});

/** Reads a raw body as far as all types have it in common. */
export function readEnvelope(body: string): Envelope | 'not-json' | 'no-type' {
  const read = shape.safeParse(json(body));
  if (!read.success) return json(body) === undefined ? 'not-json' : 'no-type';
  const { id, apiVersion, type, data } = read.data;
  const family = data.resource || /^\d{4}-/.test(apiVersion) ? 'dated' : 'v1';
  const object = data.resource ?? data.object ?? {};
  return { family, apiVersion, id, type, object, context: data.context };
}

function json(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
