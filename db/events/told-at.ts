import { believed } from '#domain/history/provider-clock.ts';
import type { StoredEvent } from './stored-event.ts';

/** When something happened as the provider tells it; a clock of its that runs ahead is not believed. */
export const toldAt = ({ receivedAt }: Pick<StoredEvent, 'receivedAt'>, at: string): Date =>
  new Date(believed(Date.parse(at), receivedAt.getTime()));
