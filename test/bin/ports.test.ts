import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from '../../bin/parts/ports.mjs';

test('a port in use gives way to another free one', async () => {
  const usual = await freePort(0);
  expect(await freePort(usual)).toBe(usual);

  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(usual, '127.0.0.1', () => resolve()));
  const taken = await freePort(usual);
  other.close();

  expect(taken).not.toBe(usual);
  expect(taken).toBeGreaterThan(0);
});

test('any port is one that no outgoing connection is lent', async () => {
  for (let n = 0; n < 20; n++) expect(await freePort(0)).toBeLessThan(32_768);
});
