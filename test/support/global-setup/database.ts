import type { TestProject } from 'vitest/node';
import { startTestCluster } from '../postgres-cluster.ts';
import { sharedByProjects } from './shared.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the maintenance database; tests reach theirs through createTestDatabase. */
    postgresUrl: string;
  }
}

const cluster = sharedByProjects('postgres', startTestCluster);

export async function setup(project: TestProject): Promise<void> {
  project.provide('postgresUrl', (await cluster.acquire()).url);
}

export const teardown = (): Promise<void> => cluster.release();
