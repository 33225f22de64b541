import { neverConnected } from '../never-connected.ts';

/**
 * What the provider refused, or the network did. It carries a code and never the provider's words:
 * `0206400` or another code of theirs, the status where they gave none, `timeout`, `unreachable`,
 * `too-large` or `not-json`.
 */
export class OpenPhoneError extends Error {
  /** Null where there was no answer. */
  readonly status: number | null;
  readonly code: string;

  constructor(status: number | null, code: string) {
    super(`OpenPhone: ${code}`);
    this.name = 'OpenPhoneError';
    this.status = status;
    this.code = code;
  }
}

/** Reads both shapes of the provider's errors: flat as documented, and wrapped as seen. */
export function refusalOf(status: number, body: unknown): OpenPhoneError {
  const flat = fieldsOf(body);
  const wrapped = fieldsOf(flat['error']);
  const code = flat['code'] ?? wrapped['code'] ?? wrapped['key'];
  return new OpenPhoneError(status, isCode(code) ? code : String(status));
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isCode = (code: unknown): code is string =>
  typeof code === 'string' && /^[\w-]{1,40}$/.test(code);

/** Why there was no answer that could be read: what was asked may have been done, unless nobody was reached. */
export function failureOf(error: unknown): OpenPhoneError {
  if (error instanceof OpenPhoneError) return error;
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError' || name === 'AbortError') return new OpenPhoneError(null, 'timeout');
  return new OpenPhoneError(null, neverConnected.has(cause?.code ?? '') ? 'unreachable' : 'cut');
}
