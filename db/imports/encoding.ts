import type { FileEncoding } from '#domain/imports/file-inspection.ts';

const byteOrderMarks: ReadonlyArray<readonly [FileEncoding, readonly number[]]> = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that the first bytes of a file tell; null where they leave UTF-8 and Windows-1252 open. */
export function encodingOfHead(head: Buffer): FileEncoding | null {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => head[at] === byte));
  return marked ? marked[0] : utf16WithoutMark(head);
}

/** Latin text in UTF-16 has a zero in nearly every second byte. */
function utf16WithoutMark(head: Buffer): FileEncoding | null {
  const zeros = [0, 0];
  const end = head.length - (head.length % 2);
  for (let at = 0; at < end; at += 1) {
    if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > end * 0.3 && even === 0) return 'utf-16le';
  return even > end * 0.3 && odd === 0 ? 'utf-16be' : null;
}

/** Takes a file piece by piece and says in the end what its bytes can be. */
export class ByteSurvey {
  lineEnds = 0;
  #isUtf8 = true;
  #isWindows1252 = true;
  #hasZero = false;
  #inQuotes = false;
  #lastByte = 0;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });

  add(piece: Buffer): void {
    if (this.#isUtf8) this.#isUtf8 = decodes(this.#utf8, piece);
    for (const byte of piece) {
      const kind = kinds[byte];
      if (kind === plain) continue;
      if (kind === quote) this.#inQuotes = !this.#inQuotes;
      else if (kind === zero) this.#hasZero = true;
      else if (kind === notIn1252) this.#isWindows1252 = false;
      else if (!this.#inQuotes) this.lineEnds += 1;
    }
    this.#lastByte = piece.at(-1) ?? this.#lastByte;
  }

  /** Lines, whether or not the last one ends. */
  get lines(): number {
    return this.lineEnds + (this.#lastByte === 0x0a ? 0 : 1);
  }

  get hasZero(): boolean {
    return this.#hasZero;
  }

  get encoding(): FileEncoding | null {
    if (this.#isUtf8) return 'utf-8';
    return this.#isWindows1252 ? 'windows-1252' : null;
  }
}

const plain = 0;
const quote = 1;
const lineEnd = 2;
const zero = 3;
const notIn1252 = 4;

/** What each byte is; also bytes that mean nothing in Windows-1252 and controls that no list holds. */
const kinds = new Uint8Array(256).fill(plain);
kinds[0x22] = quote;
kinds[0x0a] = lineEnd;
kinds[0x00] = zero;
for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x7f]) kinds[byte] = notIn1252;
for (let byte = 0x01; byte < 0x20; byte += 1) {
  if (![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1c, 0x1d, 0x1e, 0x1f].includes(byte))
    kinds[byte] = notIn1252;
}

function decodes(decoder: TextDecoder, piece: Buffer): boolean {
  try {
    decoder.decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
}
