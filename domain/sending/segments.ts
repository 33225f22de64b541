import { SegmentedMessage } from 'sms-segments-calculator';

export type Encoding = 'GSM-7' | 'UCS-2';

export type Segments = {
  encoding: Encoding;
  segments: number;
  /** Code units used: GSM-7 septets, or UTF-16 units in UCS-2. */
  units: number;
  /** Units that the segments counted so far could hold: 160, 306, 70, 134, … */
  room: number;
  bits: number;
};

const single = { 'GSM-7': 160, 'UCS-2': 70 };
const joined = { 'GSM-7': 153, 'UCS-2': 67 };

/** Text as billed. `smart` emulates the provider's smart encoding, which replaces typographic signs. */
export function countSegments(text: string, smart = false): Segments {
  if (latest.text !== text || latest.smart !== smart) {
    latest = { text, smart, segments: count(text, smart) };
  }
  return latest.segments;
}

const none: Segments = { encoding: 'GSM-7', segments: 0, units: 0, room: 160, bits: 0 };

/** One decision asks several times about one text, and counting is most of what it costs. */
let latest = { text: '', smart: false, segments: none };

function count(text: string, smart: boolean): Segments {
  if (text === '') return none;
  const message = new SegmentedMessage(text, 'auto', smart);
  const encoding = message.encodingName;
  const segments = message.segmentsCount;
  return {
    encoding,
    segments,
    units: unitsOf(message),
    room: segments === 1 ? single[encoding] : segments * joined[encoding],
    bits: message.totalSize,
  };
}

/** Characters that turn a whole text into UCS-2, each once, in order of appearance. */
export function costlyCharacters(text: string, smart = false): readonly string[] {
  if (text === '') return [];
  return [...new Set(new SegmentedMessage(text, 'auto', smart).getNonGsmCharacters())];
}

function unitsOf(message: SegmentedMessage): number {
  const bitsPerUnit = message.encodingName === 'GSM-7' ? 7 : 16;
  return Math.round(message.messageSize / bitsPerUnit);
}
