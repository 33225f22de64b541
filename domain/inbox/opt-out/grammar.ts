/** How one language asks not to be written to. Patterns see one clause of bare words (keywords.ts). */
export type OptOutGrammar = {
  /** Verb and object, or what else leaves no doubt. */
  asks: readonly RegExp[];
  /** What turns the same words round: "don't stop texting me", "why did you stop writing". */
  denies: RegExp;
};

/** A clause must end here, or go on with nothing but these words. */
export const ending = (words: string): string => `(?:(?: (?:${words}))+)?$`;

/** The same, with at least one of these words. */
export const endingIn = (words: string): string => `(?:(?: (?:${words}))+)$`;

/** A pattern from parts, of whole words. */
export const phrase = (...parts: string[]): RegExp =>
  new RegExp(`(?:^|(?<= ))${parts.join('')}(?=$| )`);
