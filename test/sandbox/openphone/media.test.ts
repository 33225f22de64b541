import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { json } from '../running.ts';
import { everything, type Row, startQuo } from './quo.ts';

let sandbox: Awaited<ReturnType<typeof startQuo>>;
let quo: (typeof sandbox)['quo'];
let calls: Row[];
beforeAll(async () => {
  sandbox = await startQuo();
  ({ quo } = sandbox);
  calls = await everything(quo, 'calls');
});
afterEach(() =>
  quo.settings({ mediaSeconds: 0, mediaBytes: null, mediaLength: 'honest', mediaType: null }),
);
afterAll(() => sandbox.close());

/** The first link of a kind that any call has. */
async function link(kind: 'recordings' | 'voicemails'): Promise<string> {
  for (const { id } of calls) {
    const answer = await quo.get(`/call-${kind}/${id}`);
    if (answer.status !== 200) continue;
    const { data } = await json<{ data: Row[] & Row }>(answer);
    const url = kind === 'recordings' ? data[0]?.['url'] : data['recordingUrl'];
    if (typeof url === 'string') return url;
  }
  throw new Error(`no call has ${kind}`);
}

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

test('a recording is an MP3 of frames, each where the one before says', async () => {
  const answer = await fetch(await link('recordings'));
  const bytes = await bytesOf(answer);
  expect(answer.headers.get('Content-Type')).toBe('audio/mpeg');
  expect(answer.headers.get('Content-Length')).toBe(String(bytes.length));
  for (let at = 0; at < bytes.length; at += 24) expect(bytes.readUInt32BE(at)).toBe(0xfff314c0);
});

test('a voicemail is a WAV as long as its header says', async () => {
  const answer = await fetch(await link('voicemails'));
  const bytes = await bytesOf(answer);
  expect(answer.headers.get('Content-Type')).toBe('audio/wav');
  expect([bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 16)]).toEqual([
    'RIFF',
    'WAVEfmt ',
  ]);
  expect([bytes.readUInt32LE(4) + 8, bytes.readUInt32LE(40) + 44]).toEqual([
    bytes.length,
    bytes.length,
  ]);
});

test('any piece may be asked for', async () => {
  const url = await link('voicemails');
  const whole = await bytesOf(await fetch(url));
  for (const [range, from, to] of [
    ['bytes=0-9', 0, 10],
    ['bytes=40-', 40, whole.length],
    ['bytes=-100', whole.length - 100, whole.length],
  ] as const) {
    const piece = await fetch(url, { headers: { Range: range } });
    expect([piece.status, piece.headers.get('Content-Range')]).toEqual([
      206,
      `bytes ${from}-${to - 1}/${whole.length}`,
    ]);
    expect((await bytesOf(piece)).equals(whole.subarray(from, to))).toBe(true);
  }
  expect((await fetch(url, { headers: { Range: 'bytes=9999999-' } })).status).toBe(416);
});

test('a link ends when it was told to', async () => {
  await quo.settings({ mediaSeconds: 60 });
  const url = new URL(await link('recordings'));
  expect((await fetch(url)).status).toBe(200);
  url.searchParams.set('Expires', String(Math.floor(Date.now() / 1000) - 1));
  expect((await fetch(url)).status).toBe(403);
});

test('two gigabytes are streamed, and one who stops reading costs nothing', async () => {
  await quo.settings({ mediaBytes: 2_147_483_648 });
  const stop = new AbortController();
  const answer = await fetch(await link('recordings'), { signal: stop.signal });
  expect(answer.headers.get('Content-Length')).toBe('2147483648');
  const reader = answer.body!.getReader();
  const heap = process.memoryUsage().rss;
  for (let read = 0; read < 20_000_000;) read += (await reader.read()).value!.length;
  stop.abort();
  expect(process.memoryUsage().rss - heap).toBeLessThan(300_000_000);
});

test('the length may be left out, and the type may lie', async () => {
  await quo.settings({ mediaBytes: 200_000, mediaLength: 'absent', mediaType: 'text/html' });
  const answer = await fetch(await link('recordings'));
  expect(answer.headers.get('Content-Length')).toBeNull();
  expect(answer.headers.get('Content-Type')).toBe('text/html');
  expect(await bytesOf(answer)).toHaveLength(200_000);
});

test('a length that is too great ends in a cut, one that is too small in a cut file', async () => {
  await quo.settings({ mediaLength: 'overstated' });
  const url = await link('voicemails');
  await expect(fetch(url).then(bytesOf)).rejects.toThrow('terminated');
  await quo.settings({ mediaLength: 'honest' });
  const { length } = await bytesOf(await fetch(url));
  await quo.settings({ mediaLength: 'understated' });
  expect((await bytesOf(await fetch(url))).length).toBe(Math.ceil(length / 2));
});
