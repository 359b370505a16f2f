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
 * `{"error": {...}}`, as the server words it. `file` is the blueprint's, as the person wrote it.
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
  const news = problems.filter((problem) => !isSaid(problem, message));
  for (const problem of news) tell(`  ${formatProblem(problem, file)}`);
  if (remedy !== undefined) tell(remedy);
}

/** A single problem without a line is often the message itself. */
function isSaid(problem: Problem, message: string): boolean {
  return problem.line === undefined && message.includes(problem.message.replace(/\.$/, ''));
}

/** `lab.yaml:14: elements.web.memory: memory has no unit. Write 512MiB.` */
export function formatProblem(problem: Problem, ownFile?: string): string {
  // The server knows only what was sent to it, not what the file is called here.
  const file = problem.line === undefined ? problem.file : (ownFile ?? problem.file);
  const place = [file, problem.line].filter((part) => part !== undefined).join(':');
  const sentence = [endSentence(problem.message), problem.remedy]
    .filter((part) => part !== undefined)
    .join(' ');
  return [place, problem.path, sentence].filter(Boolean).join(': ');
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
