import { defineConfig } from 'vitest/config';

/** What a test needs follows from its folder; a folder that no list names needs nothing. */
const database = ['db', 'server', 'activities'];
const workflow = ['workflows'];
const browser = ['stories', 'pages'];
const machine = ['machine'];

const testsIn = (folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    chaiConfig: { truncateThreshold: 400 }, // what differs must be seen in the last lines of a long log
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: testsIn([...database, ...workflow, ...browser, ...machine]),
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: testsIn(database),
          globalSetup: 'test/support/global-setup/database.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'workflow',
          include: testsIn(workflow),
          globalSetup: [
            'test/support/global-setup/database.ts',
            'test/support/global-setup/temporal.ts',
          ],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Starts the whole product by its own command, which brings every server along.
        extends: true,
        test: {
          name: 'machine',
          include: testsIn(machine),
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: testsIn(browser),
          globalSetup: [
            'test/support/global-setup/database.ts',
            'test/support/global-setup/temporal.ts',
          ],
          fileParallelism: false, // a browser, its server and the workers already fill two cores
          // A second look where the machine itself may have stood still; the report names who needed it.
          retry: process.env.CI ? 1 : 0,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
