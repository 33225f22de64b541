import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../bin/parts/ports.mjs';
import { startedAt } from '../../bin/parts/process-identity.mjs';
import { dataDir } from '../../bin/parts/project.mjs';
import { endRecorded, forget, record } from '../../bin/parts/records.mjs';
import { startTemporal } from '../../bin/parts/temporal-server.mjs';
import { temporalBinary } from '../../bin/parts/temporal.mjs';

/**
 * A server of this run's own, in memory, that skips time as the product's does.
 * @param limits other than the product's, as `key=value` of the dynamic configuration
 */
export async function startTestTemporal(
  limits: string[] = [],
): Promise<{ address: string; stop: () => Promise<void> }> {
  const name = `temporal-${process.pid}`;
  await endRecorded('test-run', { left: (record) => !lives(record) });
  const binary = await temporalBinary();
  const server = await startTemporal({
    binary,
    name: `test-${name}`,
    port: await freePort(0),
    limits,
    onSpawn: (pid) => record('test-run', name, pid),
  });
  return {
    address: server.address,
    async stop() {
      await server.stop();
      forget('test-run', name);
      rmSync(join(dataDir(), 'log', `test-${name}.log`), { force: true });
    },
  };
}

/** The run that began it; its pid is in the name. */
const lives = (name: string) => startedAt(Number(name.split('-').at(-1))) !== undefined;
