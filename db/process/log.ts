import pino, { type Logger } from 'pino';

/** What a person wrote or where they are reached: it never enters a log, at no level. */
const personal = [
  'body',
  'text',
  'from',
  'to',
  'value',
  'number',
  'phone',
  'email',
  'form',
  'authToken',
  // What PostgreSQL quotes of a row in its errors.
  'detail',
  'where',
  'parameters',
];

export const personalPaths = personal.flatMap((key) => [key, `*.${key}`]);

/** The structured log of one process, as JSON lines on the standard output. */
export function createLog(name: string, level = 'info'): Logger {
  return pino({ name, level, redact: { paths: personalPaths, remove: true } });
}
