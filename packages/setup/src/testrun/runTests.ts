import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  describeFailures,
  summariseResults,
  type StageResult,
  type VitestReport,
} from './summariseResults.ts';

const stages = [
  { name: 'check', title: 'format, types, lint, borders and unit tests', script: 'check' },
  { name: 'real', title: 'tests with the real Incus, host and database', script: 'test:real' },
  { name: 'e2e', title: 'tests of the whole product', script: 'test:e2e' },
] as const;

/** Runs the stages one after the other, also after a failure, and ends with one line of counts. Returns the exit code. */
export async function runTests(
  repository: string,
  names: readonly string[],
  print: (text: string) => void,
): Promise<number> {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    print(
      `Unknown: ${unknown.join(', ')}. There are ${stages.map((stage) => stage.name).join(', ')}.`,
    );
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'labcast-test-'));
  const results: StageResult[] = [];
  try {
    for (const stage of stages) {
      if (names.length > 0 && !names.includes(stage.name)) continue;
      const startedAt = performance.now();
      print(`\n== ${stage.name}: ${stage.title}`);
      const file = join(folder, `${stage.name}.json`);
      const exitCode = await runScript(repository, stage.script, file);
      const report = await readReport(file);
      results.push({ title: stage.name, exitCode, report });
      const { passed, failed } = summariseResults(results.slice(-1));
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      print(
        `== ${stage.name}: ${String(passed)} passed, ${String(failed)} failed in ${String(seconds)} s`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { passed, failed } = summariseResults(results);
  if (failed > 0) print(`\n== failures\n${describeFailures(results).join('\n\n')}`);
  print(`\n${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}

function runScript(repository: string, script: string, resultFile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: repository,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, LABCAST_TEST_RESULTS: resultFile },
    });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

async function readReport(file: string): Promise<VitestReport | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as VitestReport);
}
