/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** @param {Tally[]} tallies @returns {Tally} */
export const add = (...tallies) =>
  tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    nothing,
  );

/**
 * The last line, and the exit code. In CI nothing may be skipped.
 * @param {Tally} tally
 * @param {boolean} ci
 */
export function verdict({ passed, failed, skipped }, ci) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  const bad = failed > 0 || passed === 0 || (ci && skipped > 0);
  return { line: `${passed} passed, ${failed} failed${skips}`, exitCode: bad ? 1 : 0 };
}

/**
 * What vitest's JSON report counts. A file that failed before its first test counts as one failure.
 * @param {VitestReport | undefined} report none when vitest did not get so far
 * @param {number | null} exitCode
 * @returns {Tally}
 */
export function tallyOf(report, exitCode) {
  const brokenFiles = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = (report?.numFailedTests ?? 0) + brokenFiles.length;
  return {
    passed: report?.numPassedTests ?? 0,
    failed: failed || (exitCode === 0 ? 0 : 1),
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {FileReport[]} testResults
 *
 * @typedef {object} FileReport
 * @property {string} [name] the file
 * @property {string} [message] why the file itself failed
 * @property {string} status
 * @property {{ status: string, fullName?: string, failureMessages?: string[] }[]} assertionResults
 */
