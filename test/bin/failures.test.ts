import { expect, test } from 'vitest';
import { failuresOf } from '../../bin/parts/failures.mjs';

const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
const file = (over: object) => ({
  name: '/somewhere/test/stories/day.test.ts',
  status: 'failed',
  assertionResults: [],
  ...over,
});

test('a failed test is named with what it found, without its way through the code', () => {
  const failureMessages = [
    "AssertionError: \u001b[31mexpected [ 'sent twice' ]\u001b[39m to deeply equal []\n    at /somewhere/test/stories/day.test.ts:4:2",
  ];
  const assertionResults = [
    { status: 'passed', fullName: 'is quiet' },
    { status: 'failed', fullName: 'holds', failureMessages },
  ];
  expect(failuresOf({ ...counts, testResults: [file({ assertionResults })] })).toEqual([
    "test/stories/day.test.ts: holds\n    AssertionError: expected [ 'sent twice' ] to deeply equal []",
  ]);
});

test('a file that breaks before its first test is named with its reason', () => {
  const testResults = [file({ message: 'Cannot find module' })];
  expect(failuresOf({ ...counts, testResults })).toEqual([
    'test/stories/day.test.ts\n    Cannot find module',
  ]);
});

test('a long failure is cut, and a run that ended before its report says nothing', () => {
  const failureMessages = [Array.from({ length: 40 }, () => 'x'.repeat(400)).join('\n')];
  const assertionResults = [{ status: 'failed', fullName: 'is long', failureMessages }];
  const [said = ''] = failuresOf({ ...counts, testResults: [file({ assertionResults })] });
  expect(said.length).toBeLessThan(3000);
  expect(failuresOf(undefined)).toEqual([]);
});
