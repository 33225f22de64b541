/** What one SMS holds: alone, and as a part of several. */
const GSM = { alone: 160, part: 153 };
const UCS = { alone: 70, part: 67 };

const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM_EXTENDED = new Set('^{}\\[~]|€\f');

/** Segments of a text as the network counts them; a character of two units is never split. */
export function segmentsOf(text: string): number {
  const characters = Array.from(text);
  const isGsm = characters.every((char) => GSM_BASIC.has(char) || GSM_EXTENDED.has(char));
  const limits = isGsm ? GSM : UCS;
  const widths = characters.map((char) => {
    if (isGsm) return GSM_EXTENDED.has(char) ? 2 : 1;
    return char.length;
  });
  return parts(widths, limits);
}

function parts(widths: readonly number[], limits: { alone: number; part: number }): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= limits.alone) return 1;
  let count = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > limits.part) {
      count += 1;
      used = 0;
    }
    used += width;
  }
  return count;
}
