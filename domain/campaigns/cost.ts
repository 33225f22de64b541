import type { Provider } from '#domain/sending/refusals.ts';
import { defaultPrices, estimatePrice, type PriceRow } from '#domain/sending/price.ts';

/** Messages of one size to one country, by one provider. */
export type CostGroup = {
  provider: Provider;
  country: string;
  segments: number;
  messages: number;
};

/** About what messages cost; `unpriced` of them go where no price is known and are not in the sum. */
export type Cost = {
  micros: number;
  currency: string;
  messages: number;
  segments: number;
  unpriced: number;
};

export function costOf(
  groups: readonly CostGroup[],
  prices: readonly PriceRow[] = defaultPrices,
): Cost {
  const cost: Cost = { micros: 0, currency: 'USD', messages: 0, segments: 0, unpriced: 0 };
  for (const { provider, country, segments, messages } of groups) {
    const { micros, currency } = estimatePrice({ provider, country, segments }, prices);
    cost.messages += messages;
    cost.segments += segments * messages;
    cost.micros += (micros ?? 0) * messages;
    cost.unpriced += micros === null ? messages : 0;
    cost.currency = currency;
  }
  return cost;
}
