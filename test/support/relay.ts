import pino from 'pino';
import { startRelay, type Relay } from '#server/relay/relay.ts';
import { temporalEngine } from '#server/temporal.ts';
import type { Engine } from './engine.ts';
import type { TestWorld } from './world.ts';

/** A relay between a world and an engine, which says nothing. */
export function relayBetween(
  { database, databaseUrl, blobs }: Pick<TestWorld, 'database' | 'databaseUrl' | 'blobs'>,
  { client }: Pick<Engine, 'client'>,
): Promise<Relay> {
  const log = pino({ level: 'silent' });
  return startRelay({ database, databaseUrl, engine: temporalEngine(client), blobs, log });
}
