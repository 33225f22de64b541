/** A calendar day, `2024-03-01`. */
export type IsoDate = string & { readonly kind: 'IsoDate' };
