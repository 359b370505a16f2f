/** The part of vitest's JSON report that counts. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** A file that could not even be loaded is a failed suite without tests. */
  readonly testResults: readonly TestFile[];
}

interface TestFile {
  /** Path of the file. */
  readonly name: string;
  readonly status: string;
  /** Why the file could not be loaded; empty when it was. */
  readonly message?: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages?: readonly string[];
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

/** A browser's error brings its whole call log, which stands where the test ran; all failures together have to fit a screen. */
const mostLines = 6;

/** One text for each failure, with its stage, file, test and the start of its message: nobody has to search thousands of lines. */
export function describeFailures(stages: readonly StageResult[]): string[] {
  return stages.flatMap(({ title, exitCode, report }) => {
    const files = report?.testResults ?? [];
    const tests = files.flatMap((file) =>
      file.assertionResults
        .filter((test) => test.status === 'failed')
        .map((test) =>
          [
            `${title}: ${file.name}: ${test.fullName}`,
            ...(test.failureMessages ?? []).map(startOf),
          ].join('\n'),
        ),
    );
    const unloaded = files
      .filter(isUnloaded)
      .map((file) => `${title}: ${file.name} could not be loaded\n${file.message ?? ''}`);
    const all = [...tests, ...unloaded];
    return exitCode !== 0 && all.length === 0
      ? [`${title}: ended with exit code ${String(exitCode)}, though no test failed; see above`]
      : all;
  });
}

function startOf(message: string): string {
  return message.split('\n').slice(0, mostLines).join('\n');
}

function unloadedFiles(report: VitestReport | undefined): number {
  return (report?.testResults ?? []).filter(isUnloaded).length;
}

function isUnloaded(file: TestFile): boolean {
  return (
    file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
  );
}
