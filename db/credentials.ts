import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a Twilio account is used with; its SID is the account's `external_id`. */
export interface TwilioCredentials {
  /** Signs the webhooks, and the calls where there is no key. */
  authToken: string;
  apiKey?: { sid: string; secret: string };
}

/** What a workspace of OpenPhone (Quo) is used with. */
export interface OpenPhoneCredentials {
  apiKey: string;
  /** Keys of webhooks of the v1 family, base64: each webhook has its own. */
  signingKeys: string[];
  /** Secrets of webhooks of the dated family, `whsec_` and base64. */
  datedSecrets: string[];
}

export type Credentials = TwilioCredentials | OpenPhoneCredentials;

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts the credentials of a provider account for its row.
 * @param secret APP_SECRET
 * @param accountId bound into the result, so that a row's credentials open for no other account
 * @returns version, nonce, tag and AES-256-GCM ciphertext
 */
export function encryptCredentials(
  secret: string,
  accountId: string,
  credentials: Credentials,
): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(accountId));
  const text = Buffer.concat([cipher.update(JSON.stringify(credentials), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
}

/** @throws where the secret is another one, or the row was altered or moved */
export function decryptCredentials<Kind extends Credentials = TwilioCredentials>(
  secret: string,
  accountId: string,
  sealed: Uint8Array,
): Kind {
  const [version, nonce, tag, text] = partsOf(Buffer.from(sealed));
  if (version !== VERSION) throw new Error('These credentials were sealed in an unknown way.');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), nonce)
      .setAAD(Buffer.from(accountId))
      .setAuthTag(tag);
    const plain = Buffer.concat([decipher.update(text), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as Kind;
  } catch (cause) {
    throw new Error('The credentials do not open with this APP_SECRET.', { cause });
  }
}

/** Tells one key from another without holding it: what an account of OpenPhone is known by. */
export const keyFingerprint = (secret: string, apiKey: string): string =>
  createHmac('sha256', keyFor(secret, 'throughline provider keys')).update(apiKey).digest('hex');

function partsOf(sealed: Buffer): [number | undefined, Buffer, Buffer, Buffer] {
  const tagAt = 1 + NONCE_BYTES;
  const textAt = tagAt + TAG_BYTES;
  return [
    sealed[0],
    sealed.subarray(1, tagAt),
    sealed.subarray(tagAt, textAt),
    sealed.subarray(textAt),
  ];
}

/** APP_SECRET serves other ends too; each has a key of its own. */
const keyFor = (secret: string, end: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', end, 32));

const keyOf = (secret: string): Buffer => keyFor(secret, 'throughline provider credentials');
