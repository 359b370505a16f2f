import { expect, test } from 'vitest';
import { summariseResults, type VitestReport } from './summariseResults.ts';

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
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  expect(summariseResults([{ title: 'unit', exitCode: 1, report: broken }])).toEqual({
    passed: 3,
    failed: 1,
  });
});
