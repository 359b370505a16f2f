import { expect, test } from 'vitest';
import { describeFailures, summariseResults, type VitestReport } from './summariseResults.ts';

const report = (numPassedTests: number, numFailedTests: number): VitestReport => ({
  numPassedTests,
  numFailedTests,
  testResults: [],
});

test('tests of all stages are counted together', () => {
  expect(
    summariseResults([
      { title: 'check', exitCode: 0, report: report(100, 0) },
      { title: 'real', exitCode: 1, report: report(20, 2) },
    ]),
  ).toEqual({ passed: 120, failed: 2 });
});

test('a stage that ends before its tests counts as one failure', () => {
  expect(summariseResults([{ title: 'check', exitCode: 2, report: undefined }])).toEqual({
    passed: 0,
    failed: 1,
  });
});

test('a failure outside any test is not lost among passed tests', () => {
  expect(summariseResults([{ title: 'real', exitCode: 1, report: report(5, 0) }])).toEqual({
    passed: 5,
    failed: 1,
  });
});

test('a test file that cannot be loaded is a failure', () => {
  const broken: VitestReport = {
    numPassedTests: 3,
    numFailedTests: 0,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      {
        name: 'b.test.ts',
        status: 'passed',
        assertionResults: [{ status: 'passed', fullName: 'adds' }],
      },
    ],
  };
  const stages = [{ title: 'unit', exitCode: 1, report: broken }];
  expect(summariseResults(stages)).toEqual({ passed: 3, failed: 1 });
  expect(describeFailures(stages)).toEqual(['unit: a.test.ts could not be loaded\nno such module']);
});

test('each failure is told with its stage, file, test and the start of its message', () => {
  const callLog = Array.from({ length: 40 }, (_, line) => `waiting ${String(line)}`);
  const failing: VitestReport = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        name: 'sum.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'adds' },
          {
            status: 'failed',
            fullName: 'subtracts',
            failureMessages: [['expected 1 to be 2', ...callLog].join('\n')],
          },
        ],
      },
    ],
  };
  expect(
    describeFailures([
      { title: 'check', exitCode: 2, report: undefined },
      { title: 'real', exitCode: 1, report: failing },
      { title: 'e2e', exitCode: 0, report: report(5, 0) },
    ]),
  ).toEqual([
    'check: ended with exit code 2, though no test failed; see above',
    ['real: sum.test.ts: subtracts', 'expected 1 to be 2', ...callLog.slice(0, 5)].join('\n'),
  ]);
});
