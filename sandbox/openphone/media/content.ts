import { picture } from '../../picture.ts';

/** A file that is made as it is read: any piece of it, from its own offset. */
export type Content = {
  readonly type: string;
  readonly size: number;
  readonly piece: (from: number, length: number) => Uint8Array<ArrayBuffer>;
};

/** Nobody listens longer, and thousands of calls are fetched. */
const LONGEST_SECONDS = 10;

/** Frames of MPEG-2 layer III, 24 kHz, 8 kbit/s, mono, that all say silence. */
const FRAME = Uint8Array.from([0xff, 0xf3, 0x14, 0xc0, ...Array.from({ length: 20 }, () => 0)]);
const FRAME_MS = 24;

export function silentMp3(seconds: number): Content {
  const frames = Math.ceil((Math.min(seconds, LONGEST_SECONDS) * 1000) / FRAME_MS);
  return {
    type: 'audio/mpeg',
    size: frames * FRAME.length,
    piece: (from, length) =>
      Uint8Array.from({ length }, (_, i) => FRAME[(from + i) % FRAME.length]!),
  };
}

const RATE = 8_000;
const HEADER = 44;

/** A quiet tone of 440 Hz, 8 bits, mono. */
export function quietWav(seconds: number): Content {
  const samples = Math.ceil(Math.min(seconds, LONGEST_SECONDS) * RATE);
  const header = wavHeader(samples);
  return {
    type: 'audio/wav',
    size: HEADER + samples,
    piece: (from, length) =>
      Uint8Array.from({ length }, (_, i) =>
        from + i < HEADER ? header[from + i]! : tone(from + i),
      ),
  };
}

export function pictureContent(name: string): Content {
  const bytes = picture(name);
  return {
    type: 'image/png',
    size: bytes.length,
    piece: (from, length) => Uint8Array.from(bytes.subarray(from, from + length)),
  };
}

/** The same content with another size: what lies beyond its own is nothing, over and over. */
export function resized(content: Content, size: number): Content {
  return {
    ...content,
    size,
    piece(from, length) {
      const bytes = new Uint8Array(length);
      const own = Math.min(length, content.size - from);
      if (own > 0) bytes.set(content.piece(from, own));
      return bytes;
    },
  };
}

function tone(offset: number): number {
  return 128 + Math.round(12 * Math.sin(((offset - HEADER) * 2 * Math.PI * 440) / RATE));
}

function wavHeader(samples: number): Buffer {
  const header = Buffer.alloc(HEADER);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER - 8 + samples, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples, 40);
  return header;
}
