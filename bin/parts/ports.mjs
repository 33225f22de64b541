import { createServer } from 'node:net';

/**
 * The usual port when it is free on the loopback, else another free one.
 * @param {number} usual 0 for any
 * @returns {Promise<number>}
 */
export async function freePort(usual) {
  return (await tryPort(usual)) ?? (await tryPort(0)) ?? usual;
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
