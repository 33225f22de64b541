import { freePort } from './ports.mjs';
import { portFor } from './settings.mjs';
import { startNodeProcess } from './node-process.mjs';

/**
 * Parts that no other part of this list waits for are ended together, those that lean on others before them.
 * @type {string[][]}
 */
export const stopOrder = [
  ['migrate', 'seed', 'web', 'relay'],
  ['worker', 'workflow-worker'],
  ['sandbox'],
  ['temporal'],
  ['postgres'],
];

/**
 * Where each of our processes listens; the sandbox only when none is named by SANDBOX_URL.
 * @returns {Promise<{ web: number, sandbox: number | undefined }>}
 */
export async function choosePorts() {
  const web = await portFor('web', Number(process.env['PORT'] ?? 3000));
  const ownSandbox = !process.env['SANDBOX_URL'];
  return {
    web,
    sandbox: ownSandbox
      ? await portFor('sandbox', Number(process.env['SANDBOX_PORT'] ?? 4010))
      : undefined,
  };
}

/**
 * Our processes as parts to keep running.
 * @param {Record<string, string>} env what all of them share
 * @param {{ web: number, sandbox: number | undefined }} ports
 * @returns {Promise<import('./keep-running.mjs').Part[]>}
 */
export async function ourProcesses(env, ports) {
  const inner = {
    worker: { health: await freePort(0), metrics: await freePort(9464) },
    workflowWorker: { health: await freePort(0), metrics: await freePort(9465) },
    relay: { health: await freePort(0), metrics: await freePort(9466) },
  };
  return [
    ...(ports.sandbox ? [sandbox(env, ports.sandbox)] : []),
    part('workflow-worker', 'activities/workflow-worker.ts', inner.workflowWorker, env),
    part('worker', 'activities/worker.ts', inner.worker, env),
    part('relay', 'server/relay-main.ts', inner.relay, env),
    part('web', 'server/main.ts', { health: ports.web }, { ...env, PORT: `${ports.web}` }),
  ];
}

/** @param {Record<string, string>} env @param {number} port */
const sandbox = (env, port) =>
  part(
    'sandbox',
    'sandbox/main.ts',
    { health: port },
    {
      ...env,
      PORT: `${port}`,
      SANDBOX_PORT: `${port}`,
    },
  );

/**
 * @param {string} name
 * @param {string} entry
 * @param {{ health: number, metrics?: number }} ports
 * @param {Record<string, string>} env
 * @returns {import('./keep-running.mjs').Part}
 */
function part(name, entry, { health, metrics }, env) {
  const own = { HEALTH_PORT: `${health}`, ...(metrics ? { METRICS_PORT: `${metrics}` } : {}) };
  return {
    name,
    start: (onSpawn) =>
      startNodeProcess({ name, entry, healthPort: health, env: { ...env, ...own }, onSpawn }),
  };
}
