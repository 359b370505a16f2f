/** The part of vitest's JSON report that counts. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** A file that could not even be loaded is a failed suite without tests. */
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface StageResult {
  readonly title: string;
  readonly exitCode: number;
  /** Undefined when the stage ended before any test ran. */
  readonly report: VitestReport | undefined;
}

export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
}

/** A stage that failed without a failed test, such as the linter's, counts as one failure, so that it is never lost. */
export function summariseResults(stages: readonly StageResult[]): TestSummary {
  let passed = 0;
  let failed = 0;
  for (const { exitCode, report } of stages) {
    const failedHere = (report?.numFailedTests ?? 0) + unloadedFiles(report);
    passed += report?.numPassedTests ?? 0;
    failed += exitCode !== 0 && failedHere === 0 ? 1 : failedHere;
  }
  return { passed, failed };
}

function unloadedFiles(report: VitestReport | undefined): number {
  const files = report?.testResults ?? [];
  return files.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
}
