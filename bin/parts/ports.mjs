import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems lend to outgoing connections: one of these would take the port before its server does. */
const ours = { from: 15_000, to: 32_000 };
const mostTries = 20;

/**
 * The usual port when it is free on the loopback, else another free one.
 * @param {number} usual 0 for any
 * @returns {Promise<number>}
 */
export async function freePort(usual) {
  const asUsual = usual > 0 ? await tryPort(usual) : undefined;
  if (asUsual !== undefined) return asUsual;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const port = await tryPort(randomInt(ours.from, ours.to));
    if (port !== undefined) return port;
  }
  return (await tryPort(0)) ?? usual;
}

/** @param {number} port @returns {Promise<number | undefined>} */
function tryPort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
