const rate = 8000;
const header = 44;
const quiet = 128;

/** Two who hum in turn, so that it can be heard which turn is being played. */
const pitches = [196, 262];

/**
 * A call as a WAV of one byte a sample: a soft hum for each turn, a pause before the next.
 * @param turns seconds at which each begins, in order
 */
export function hummedCall(seconds: number, turns: readonly number[] = [0]): Buffer {
  const samples = seconds * rate;
  const wav = Buffer.alloc(header + samples, quiet);
  wav.set(wavHeader(samples));
  for (const [index, begins] of turns.filter((second) => second < seconds).entries()) {
    const ends = Math.min(turns[index + 1] ?? seconds, seconds) - 0.4;
    hum(wav, { from: begins * rate, to: ends * rate, pitch: pitches[index % pitches.length] ?? 0 });
  }
  return wav;
}

function hum(wav: Buffer, { from, to, pitch }: { from: number; to: number; pitch: number }): void {
  for (let at = Math.round(from); at < to; at += 1) {
    const swell = Math.sin((Math.PI * (at - from)) / (to - from));
    const wave = Math.sin((2 * Math.PI * pitch * at) / rate);
    wav[header + at] = quiet + Math.round(18 * swell * wave);
  }
}

function wavHeader(samples: number): Buffer {
  const bytes = Buffer.alloc(header);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(header - 8 + samples, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16); // bytes of the format that follow
  bytes.writeUInt16LE(1, 20); // plain samples
  bytes.writeUInt16LE(1, 22); // one voice
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples, 40);
  return bytes;
}
