import type { StoredEvent } from './stored-event.ts';

const aheadMs = 5 * 60_000;

/** When something happened as the provider tells it; a clock of its that runs ahead is not believed. */
export function toldAt({ receivedAt }: Pick<StoredEvent, 'receivedAt'>, at: string): Date {
  const told = new Date(at);
  return told.getTime() > receivedAt.getTime() + aheadMs ? receivedAt : told;
}
