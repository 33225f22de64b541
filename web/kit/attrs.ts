/** What a control passes through to its element besides its own props: id, aria-*, data-*, hx-*. */
export interface Attrs {
  id?: string | undefined;
  class?: string | undefined;
  [attribute: `aria-${string}` | `data-${string}` | `hx-${string}`]:
    | string
    | number
    | boolean
    | undefined;
}

/** Joins class names, leaving out what is not set. */
export const cx = (...names: (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined;
