import { believed } from '#domain/history/provider-clock.ts';

/**
 * When it was, as far as the provider is believed; where it is not, what was said is kept.
 * @param at ISO 8601
 */
export function instantOf(at: string): { at: string; providerAt?: string } {
  const told = Date.parse(at);
  const was = believed(told, Date.now());
  return was === told ? { at } : { at: new Date(was).toISOString(), providerAt: at };
}
