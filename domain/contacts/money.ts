/** Hundredths of a currency; `currency` is an ISO 4217 code, null where the cell names none. */
export type Money = { cents: number; currency: string | null };
