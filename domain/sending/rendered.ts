/**
 * A message after its merge fields were filled.
 * `missing` names fields that this person lacks and that have no fallback;
 * `broken` is a text that nobody may get, with what was found there.
 */
export type Rendered =
  | { kind: 'text'; text: string }
  | { kind: 'missing'; fields: readonly string[] }
  | { kind: 'broken'; code: BrokenText; found: string };

export type BrokenText =
  | 'empty'
  | 'syntax'
  | 'tag'
  | 'filter'
  | 'expression'
  | 'leftover'
  | 'too-long';
