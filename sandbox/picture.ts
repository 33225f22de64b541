import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 320;
const HEIGHT = 240;

/** A small PNG of a house under a sky; the sid decides the colours, so each picture is its own. */
export function picture(sid: string): Buffer {
  const hue = Number.parseInt(sid.slice(2, 8), 16) || 0;
  const pixels = Buffer.alloc(HEIGHT * (WIDTH * 3 + 1));
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      pixels.set(colourAt(x, y, hue), y * (WIDTH * 3 + 1) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number, hue: number): [number, number, number] {
  const wall = [150 + (hue & 63), 120 + ((hue >> 6) & 63), 90 + ((hue >> 12) & 63)] as const;
  const isRoof = y >= 60 && y < 120 && Math.abs(x - 160) < 40 + (y - 60) * 1.3;
  const isWall = y >= 120 && y < 205 && Math.abs(x - 160) < 90;
  const isDoor = y >= 150 && y < 205 && Math.abs(x - 160) < 14;
  const isWindow = y >= 140 && y < 170 && Math.abs(Math.abs(x - 160) - 55) < 16;
  if (isDoor) return [70, 52, 40];
  if (isWindow) return [226, 236, 244];
  if (isRoof) return [96, 74, 70];
  if (isWall) return [...wall];
  return y < 205 ? [130 + (y >> 1), 170 + (y >> 2), 225] : [96, 128, 84];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
