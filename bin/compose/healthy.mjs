// Asks a process of this container whether it is ready: node bin/compose/healthy.mjs PORT
const ready = await fetch(`http://127.0.0.1:${process.argv[2]}/readyz`).catch(() => undefined);
process.exitCode = ready?.ok ? 0 : 1;
