import type { Channel } from '#domain/sequences/step.ts';
import type { Provider } from './refusals.ts';

/** A price of one segment out, as a row; a workspace may hand in its own. */
export type PriceRow = {
  provider: Provider;
  country: string;
  channel: Channel;
  baseMicros: number;
  /** What networks add; an average, because it differs by network. */
  carrierFeeMicros: number;
  currency: string;
  source: string;
  reviewedOn: string;
};

export type Estimate = { micros: number | null; currency: string };

const row = (
  country: string,
  baseMicros: number,
  carrierFeeMicros: number,
  source: string,
): PriceRow => ({
  provider: 'twilio',
  country,
  channel: 'sms',
  baseMicros,
  carrierFeeMicros,
  currency: 'USD',
  source,
  reviewedOn: '2026-11-20',
});

const published = 'Twilio, long code, published rate; the fee is an average over networks';
const unverified = 'order of magnitude, not verified; ask the account’s own price list';

/**
 * About what a segment costs. Only an estimate: the price that counts comes from the provider.
 * OpenPhone tells no price with a message and publishes none by segment, so it has no row.
 */
export const defaultPrices: readonly PriceRow[] = [
  row('US', 7_900, 3_000, published),
  row('CA', 7_900, 6_000, unverified),
  row('PR', 42_000, 0, published),
  row('MX', 56_000, 0, unverified),
  row('BE', 100_000, 0, unverified),
];

/** Price of a message; null where no row knows provider and country, and then nothing is guessed. */
export function estimatePrice(
  message: { provider: Provider; country: string; channel?: Channel; segments: number },
  prices: readonly PriceRow[] = defaultPrices,
): Estimate {
  const channel = message.channel ?? 'sms';
  const found = prices.find(
    (price) =>
      price.provider === message.provider &&
      price.country === message.country &&
      price.channel === channel,
  );
  if (!found) return { micros: null, currency: 'USD' };
  const perSegment = found.baseMicros + found.carrierFeeMicros;
  return { micros: perSegment * message.segments, currency: found.currency };
}
