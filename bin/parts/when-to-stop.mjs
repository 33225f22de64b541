import { readFileSync } from 'node:fs';
import { startedAt } from './process-identity.mjs';

/**
 * Calls back once when it is time to go: at a signal, or when whoever started us has gone.
 * A second signal ends us at once; what is left then the next start ends.
 * @param {(why: string) => Promise<void>} stop
 */
export function onStop(stop) {
  const began = { at: 0 };
  const once = (/** @type {string} */ why) => {
    if (!began.at) void stop(why);
    else if (Date.now() - began.at > 1000) process.exit(1); // npm passes a Ctrl-C on, so two come at once
    began.at ||= Date.now();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => once(`${signal}, stopping`));
  }
  process.once('disconnect', () => once('the starting process has gone, stopping'));
  watchNpm(() => once('npm has gone, stopping'));
}

/**
 * A killed npm takes nobody along: the shell between lives on, and no signal comes.
 * @param {() => void} gone
 */
function watchNpm(gone) {
  const npm = process.env['npm_lifecycle_event'] ? npmAbove(process.ppid, 4) : undefined;
  if (npm === undefined) return;
  const born = startedAt(npm);
  setInterval(() => startedAt(npm) === born || gone(), 1000).unref();
}

/** @param {number} pid @param {number} generations @returns {number | undefined} */
function npmAbove(pid, generations) {
  if (generations === 0) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, name = '', parent = ''] = /^\d+ \((.*)\) \S (\d+)/s.exec(stat) ?? [];
    return name.startsWith('npm') ? pid : npmAbove(Number(parent), generations - 1);
  } catch {
    return undefined; // no /proc here, or not started by npm
  }
}
