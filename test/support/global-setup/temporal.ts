import type { TestProject } from 'vitest/node';
import { startTestTemporal } from '../temporal-server.ts';
import { sharedByProjects } from './shared.ts';

declare module 'vitest' {
  interface ProvidedContext {
    temporalAddress: string;
  }
}

const server = sharedByProjects('temporal', startTestTemporal);

export async function setup(project: TestProject): Promise<void> {
  project.provide('temporalAddress', (await server.acquire()).address);
}

export const teardown = (): Promise<void> => server.release();
