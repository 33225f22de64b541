/** Bidi marks, zero-width characters and other invisible ones that exports leave in cells. */
const invisible = /[\p{Cf}\p{Cc}]/gu;
const keptControls = new Set(['\n', '\t']);

/**
 * A cell as one line of text: Unicode NFC, invisible characters dropped, every run of blanks one space.
 * Emoji joiners survive, because dropping them would change what the person wrote.
 */
export function plainText(cell: string): string {
  if (isPlain.test(cell)) return cell;
  return visible(cell).replaceAll(/\s+/g, ' ').trim();
}

/** The same for free text, which keeps its line breaks and tabs. */
export function plainLines(cell: string): string {
  return visible(cell.replaceAll(/\r\n?/g, '\n')).trim();
}

/** Most cells of most lists. */
const isPlain = /^(?:[!-~]+(?: [!-~]+)*)?$/;

function visible(cell: string): string {
  const composed = cell.normalize('NFC');
  return composed.replaceAll(invisible, (character, at: number) => {
    if (keptControls.has(character)) return character;
    if (character === '\r') return ' ';
    return character === '\u200D' && joinsEmoji(composed, at) ? character : '';
  });
}

const joinsEmoji = (text: string, at: number): boolean =>
  /\p{Extended_Pictographic}\uFE0F?$/u.test(text.slice(Math.max(0, at - 3), at));
