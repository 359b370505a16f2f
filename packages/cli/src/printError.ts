import type { Problem } from '@labcast/domain';
import { CommandError } from './commandError.ts';
import { asApiError } from './connection/asApiError.ts';
import { serverUrl } from './connection/settings.ts';
import { exitCodeFor, exitCodes } from './exitCodes.ts';
import { printJson, tell } from './output/print.ts';
import { paint } from './output/style.ts';

interface ErrorDocument {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly problems?: readonly Problem[];
  readonly requestId?: string | undefined;
}

/**
 * Says what went wrong and returns the exit code. With `--json` the one document on standard output is
 * `{"error": {...}}`, as the server words it. `file` names the blueprint in problems that do not name one.
 */
export function printError(error: unknown, json: boolean, file?: string): number {
  const described = describe(error);
  if (json) printJson({ error: described });
  else tellError(described, file);
  if (described.code === 'interrupted') return exitCodes.interrupted;
  return exitCodeFor(described.code);
}

function describe(error: unknown): ErrorDocument {
  if (error instanceof CommandError) {
    const { code, message, remedy, problems } = error;
    return { code, message, remedy, ...(problems.length === 0 ? {} : { problems }) };
  }
  const refusal = asApiError(error);
  if (refusal?.code === 'server-unreachable') {
    return {
      code: refusal.code,
      message: `The Labcast server does not answer at ${serverUrl(process.env)}.`,
      remedy: 'Start it with: make up',
    };
  }
  if (refusal) {
    const { code, message, remedy, problems, requestId } = refusal;
    return { code, message, remedy, ...(problems.length === 0 ? {} : { problems }), requestId };
  }
  return {
    code: 'unexpected',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    remedy: 'This is a mistake in Labcast. Please report it with these lines.',
  };
}

function tellError(error: ErrorDocument, file: string | undefined): void {
  const { message, remedy, problems = [] } = error;
  const sign = error.code === 'interrupted' ? '' : paint('red', '✖ ', process.stderr);
  tell(`${sign}${message}`);
  for (const problem of problems) tell(`  ${formatProblem(problem, file)}`);
  if (remedy !== undefined) tell(remedy);
}

/** `lab.yaml:14: elements.web.memory: memory has no unit. Write 512MiB.` */
export function formatProblem(problem: Problem, defaultFile?: string): string {
  const file = problem.file ?? (problem.line === undefined ? undefined : defaultFile);
  const place = [file, problem.line].filter((part) => part !== undefined).join(':');
  const sentence = [problem.message, problem.remedy].filter((part) => part !== undefined).join(' ');
  return [place, problem.path, sentence].filter(Boolean).join(': ');
}
