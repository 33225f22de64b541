import { expect, test } from 'vitest';
import { add, nothing, tallyOf, verdict } from '../../bin/parts/tally.mjs';

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ],
};

test('a file that breaks before its first test counts as one failure', () => {
  expect(tallyOf(report, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('a test run that ends badly without a failed test counts as a failure', () => {
  const clean = { ...report, numFailedTests: 0, testResults: [] };
  expect(tallyOf(clean, 1).failed).toBe(1);
  expect(tallyOf(clean, 0).failed).toBe(0);
  expect(tallyOf(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the last line names skips only when there are some', () => {
  const some = add({ passed: 2, failed: 0, skipped: 0 }, { passed: 1, failed: 0, skipped: 0 });
  expect(verdict(some, true)).toEqual({ line: '3 passed, 0 failed', exitCode: 0 });
  expect(verdict({ ...some, skipped: 1 }, false)).toEqual({
    line: '3 passed, 0 failed, 1 skipped',
    exitCode: 0,
  });
});

test('a skip fails in CI, and so does a run without any test', () => {
  expect(verdict({ passed: 3, failed: 0, skipped: 1 }, true).exitCode).toBe(1);
  expect(verdict({ passed: 3, failed: 1, skipped: 0 }, false).exitCode).toBe(1);
  expect(verdict(nothing, false).exitCode).toBe(1);
});
