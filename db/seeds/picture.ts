import { crc32, deflateSync } from 'node:zlib';

const width = 480;
const height = 320;

/** A drawn photograph of a roof corner with a dripping gutter: sky, roof, gutter, drops. */
export function gutterPicture(): { png: Buffer; width: number; height: number } {
  drawn.png ??= encode(Buffer.concat(Array.from({ length: height }, (_, y) => scanLine(y))));
  return { png: drawn.png, width, height };
}

// Drawn once: tests make the world again and again.
const drawn: { png?: Buffer } = {};

function scanLine(y: number): Buffer {
  const pixels = Array.from({ length: width }, (_, x) => colourAt(x, y)).flat();
  return Buffer.from([0, ...pixels]); // 0: the line stands as it is, unfiltered
}

function colourAt(x: number, y: number): [number, number, number] {
  const roof = 40 + x * 0.28;
  const gutter = roof + 70;
  const isDrop = x > 396 && x < 404 && y > gutter + 30 && (y + Math.floor(x)) % 46 < 14;
  if (y < roof) return [196 - y / 4, 212 - y / 5, 226 - y / 8];
  if (y < gutter) return y % 22 < 3 ? [74, 62, 60] : [104, 88, 84];
  if (y < gutter + 22)
    return [230 - (y - gutter) * 4, 232 - (y - gutter) * 4, 228 - (y - gutter) * 4];
  if (isDrop) return [120, 152, 186];
  return y % 34 < 2 ? [168, 156, 138] : [202, 190, 170];
}

function encode(raw: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8); // eight bits, three colours
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
