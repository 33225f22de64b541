const began = Date.now();
const terminal = process.stdout.isTTY;

/**
 * One line about one part, with the seconds since the start.
 * @param {string} part
 * @param {string} words
 */
export function say(part, words) {
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds}s  ${part.padEnd(16)} ${words}\n`);
}

/**
 * Keeps a long step visible: a running line on a terminal, a line every half minute in a log.
 * @template T
 * @param {string} part
 * @param {() => string} words asked again for each line
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function sayWhile(part, words, work) {
  const start = Date.now();
  const line = () => `${words()} (${Math.round((Date.now() - start) / 1000)} s)`;
  const show = terminal
    ? () => process.stdout.write(`\r\u001B[K         ${part.padEnd(16)} ${line()}`.slice(0, 160))
    : () => say(part, line());
  say(part, words());
  const timer = setInterval(show, terminal ? 1000 : 30_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (terminal) process.stdout.write('\r\u001B[K');
  }
}
