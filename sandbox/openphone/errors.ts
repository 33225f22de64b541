import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { Settings } from './settings.ts';

/** The first two digits of a code say which resource refused. */
const FAMILIES: Readonly<Record<string, string>> = {
  calls: '01',
  messages: '02',
  webhooks: '03',
  'phone-numbers': '04',
  'call-summaries': '05',
  'call-transcripts': '06',
  'contact-custom-fields': '07',
  contacts: '08',
  'call-recordings': '09',
  conversations: '10',
  users: '11',
  'call-voicemails': '12',
};

const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Not Enough Credits',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Unknown',
  503: 'Service Unavailable',
} as const;

export type Refusal = {
  readonly status: keyof typeof TITLES;
  /** The third and fourth digit of the code; 00 is what every resource may say. */
  readonly reason?: string;
  readonly title?: string;
  readonly message?: string;
  readonly errors?: readonly object[];
};

/** Answers in one of the two shapes that Quo's errors have been seen in. */
export function refuse(c: Context, refusal: Refusal, shape: Settings['errorShape']): Response {
  const { status, errors } = refusal;
  const title = refusal.title ?? TITLES[status];
  const message = refusal.message ?? title;
  const family = FAMILIES[c.req.path.split('/')[2] ?? ''] ?? '00';
  const code = `${family}${refusal.reason ?? (status === 500 ? '01' : '00')}${status}`;
  const trace = randomUUID().replaceAll('-', '');
  const body = {
    message,
    code,
    status,
    docs: 'https://openphone.com/docs',
    title,
    trace,
    ...(errors ? { errors } : {}),
    ...(refusal.reason ? { description: title } : {}),
  };
  const answer = shape === 'flat' ? body : { error: { message, key: code, trace } };
  return c.json(answer, status as ContentfulStatusCode);
}

/** What a request got wrong, field by field. */
export function badRequest(error: z.ZodError): Refusal {
  return {
    status: 400,
    errors: error.issues.map((issue) => ({
      path: `/${issue.path.join('/')}`,
      message: issue.message,
      schema: { type: issue.code === 'invalid_type' ? issue.expected : issue.code },
    })),
  };
}
