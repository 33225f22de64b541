/** The one version that we run, build and test with; the database file carries its name. */
export const release = {
  version: '1.9.1',
  server: '1.32.0',
  /** The oldest server that has all that we use: fairness and time skipping. */
  oldestServer: [1, 32],
  /** What builds it, as bin/temporal/go.mod asks. */
  go: [1, 26, 8],
};

/** Room that a build needs: modules, build cache and the binary. */
export const buildBytes = 5e9;
