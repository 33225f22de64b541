// Marks inside a sentence. Private-use characters, so that no text a person typed can pass for one;
// web/kit/rich.tsx turns them into elements.
export const MARKS = { strong: '\ue000', link: '\ue001', quiet: '\ue002', end: '\ue003' } as const;

/** Bold words inside a sentence of the catalogue. */
export const strong = (words: string): string => MARKS.strong + words + MARKS.end;

/** The words of a sentence that lead elsewhere; `<Rich>` is given the address. */
export const link = (words: string): string => MARKS.link + words + MARKS.end;

/** Words of a headline that step back. */
export const quiet = (words: string): string => MARKS.quiet + words + MARKS.end;
