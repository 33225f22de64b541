import type { Format } from './format.ts';

/** Dates and amounts in brackets too, so that a hand-written "Nov 17" stands out. */
export function pseudoFormat(format: Format): Format {
  const marked = Object.entries(format).map(([name, tell]) => {
    if (name === 'inputValue' || name === 'plural') return [name, tell];
    return [name, (...args: unknown[]) => mark((tell as (...a: unknown[]) => string)(...args))];
  });
  return Object.fromEntries(marked) as Format;
}

const mark = (text: string) => (/\p{L}/u.test(text) ? `⟦${text}⟧` : text);
