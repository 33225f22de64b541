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
      if (byte === quote) this.#inQuotes = !this.#inQuotes;
      else if (byte === lineFeed && !this.#inQuotes) this.lineEnds += 1;
      else if (byte === 0) this.#hasZero = true;
      else if (undefinedIn1252.has(byte)) this.#isWindows1252 = false;
    }
    this.#lastByte = piece.at(-1) ?? this.#lastByte;
  }

  /** Lines, whether or not the last one ends. */
  get lines(): number {
    return this.lineEnds + (this.#lastByte === lineFeed ? 0 : 1);
  }

  get hasZero(): boolean {
    return this.#hasZero;
  }

  get encoding(): FileEncoding | null {
    if (this.#isUtf8) return 'utf-8';
    return this.#isWindows1252 ? 'windows-1252' : null;
  }
}

const quote = 0x22;
const lineFeed = 0x0a;

/** Bytes that mean nothing in Windows-1252, and control characters that no list holds. */
const undefinedIn1252: ReadonlySet<number> = new Set([
  0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15,
  0x81, 0x8d, 0x8f, 0x90, 0x9d,
]);

function decodes(decoder: TextDecoder, piece: Buffer): boolean {
  try {
    decoder.decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
}
