import { fileURLToPath } from 'node:url';

/** The product's workflows. */
export const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

/**
 * Has workflow code evaluated once for all executions instead of once for each, and kept once for all that
 * are cached. So no module of it may keep anything of its own (test/workflows/shared-modules.test.ts).
 */
export const evaluatedOnce = (path: string) => ({ preloadModules: [path] });
