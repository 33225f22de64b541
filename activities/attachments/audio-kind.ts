/** How much of a file tells what it is. */
export const headBytes = 64;

/**
 * The type of a sound by its own first bytes, in the names that browsers know; null for what is none.
 * @param head the first `headBytes`, or all of a shorter file
 */
export function audioKind(head: Uint8Array): string | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const text = bytes.toString('latin1');
  if (text.startsWith('RIFF') && text.startsWith('WAVE', 8)) return 'audio/wav';
  if (text.startsWith('OggS')) return 'audio/ogg';
  if (text.startsWith('#!AMR')) return 'audio/amr';
  if (text.startsWith('fLaC')) return 'audio/flac';
  if (text.startsWith('ID3')) return 'audio/mpeg';
  if (text.startsWith('ftyp', 4)) return isAudioBrand(text.slice(8, 12)) ? 'audio/mp4' : null;
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === EBML)
    return isWebm(text) ? 'audio/webm' : null;
  return frameKind(bytes);
}

/** The brand of a film would be shown as one, so only those that hold sound alone, or what telephones record. */
const isAudioBrand = (brand: string): boolean =>
  /^(M4A |M4B |mp4[12]|isom|iso[2-6]|3gp\d|dash)$/.test(brand);

/** Matroska and WebM begin alike; the kind of document stands a few bytes on. */
const EBML = 0x1a_45_df_a3;
const isWebm = (text: string): boolean => text.includes('webm');

/** MPEG audio and raw AAC both begin with eleven set bits; layer 0 is AAC (ADTS). */
function frameKind(bytes: Buffer): string | null {
  const [first = 0, second = 0, third = 0] = bytes;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const version = (second >> 3) & 3;
  const layer = (second >> 1) & 3;
  if (layer === 0) return (second & 0xf0) === 0xf0 ? 'audio/aac' : null;
  const isWhole = version !== 1 && third >> 4 !== 0xf && ((third >> 2) & 3) !== 3;
  return isWhole ? 'audio/mpeg' : null;
}
