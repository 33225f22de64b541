import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

const cost = { memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 };
const saltBytes = 16;
const derive = promisify(argon2);

/** A stored password: argon2id as a PHC string, so that its cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltBytes);
  const tag = await derive('argon2id', { message: bytes(password), nonce, ...cost });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${text(nonce)}$${text(tag)}`;
}

/**
 * Whether the password is the stored one. Takes as long where nothing is stored, so that the answer's
 * time does not tell who has an account.
 */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const known = read(stored ?? unknownUser);
  const tag = await derive('argon2id', { message: bytes(password), ...known.parameters });
  return timingSafeEqual(tag, known.tag);
}

/** A hash that no password has: its tag is random. */
const unknownUser = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${text(randomBytes(saltBytes))}$${text(randomBytes(cost.tagLength))}`;

function read(stored: string): { parameters: Omit<Argon2Parameters, 'message'>; tag: Buffer } {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
  if (!found) throw new Error('A stored password is not an argon2id string.');
  const [memory, passes, parallelism] = found.slice(1, 4).map(Number) as [number, number, number];
  const nonce = Buffer.from(found[4] ?? '', 'base64');
  const tag = Buffer.from(found[5] ?? '', 'base64');
  return { parameters: { nonce, memory, passes, parallelism, tagLength: tag.length }, tag };
}

// People type the same word in different Unicode forms on different machines.
function bytes(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'));
}

function text(value: Buffer): string {
  return value.toString('base64').replaceAll('=', '');
}
