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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => once(`${signal}, stopping`));
  process.once('disconnect', () => once('the starting process has gone, stopping'));
  if (process.env['npm_lifecycle_event']) watchParent(() => once('npm has gone, stopping'));
}

/** @param {() => void} gone */
function watchParent(gone) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || gone(), 1000).unref();
}
