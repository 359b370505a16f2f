import { execa } from 'execa';
import { SetupError } from './setupError.ts';
import type { SetupLog } from './setupLog.ts';

export interface CommandOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  /** After it the command is killed and counts as failed. */
  readonly timeoutMs?: number;
  /** Called with each line as it comes. */
  readonly onLine?: (line: string) => void;
  /** What to do when it fails, as an imperative sentence. */
  readonly remedy?: string;
  /** Not a failure; the result tells. */
  readonly mayFail?: boolean;
  /** What it says is kept out of the log. */
  readonly isSecret?: boolean;
}

interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program, with everything that it said in the log. */
export type RunCommand = (
  file: string,
  parameters: readonly string[],
  options?: CommandOptions,
) => Promise<CommandResult>;

/** The runner throws a `SetupError` with the last lines when the program fails, is missing, or takes too long. */
export function createCommandRunner(log: SetupLog): RunCommand {
  return async (file, parameters, options = {}) => {
    const line = [file, ...parameters].join(' ');
    log.write(`+ ${line}`);
    const subprocess = execa(file, parameters, executionOptions(options));
    if (options.onLine)
      for await (const text of subprocess.iterable({ from: 'all' })) options.onLine(text);
    const result = await subprocess;
    const exitCode = result.exitCode ?? -1;
    const all = textOf(result.all);
    if (all !== '' && options.isSecret !== true) log.write(all);
    const stdout = textOf(result.stdout);
    const stderr = textOf(result.stderr);
    if (exitCode === 0) return { exitCode, stdout, stderr };
    log.write(`= exit code ${String(exitCode)}`);
    if (options.mayFail === true) return { exitCode, stdout, stderr };
    throw new SetupError(`\`${shorten(line)}\` ${howItEnded(result)}`, {
      lastLines: all.split('\n').slice(-8).filter(Boolean),
      ...(options.remedy !== undefined && { remedy: options.remedy }),
    });
  };
}

/** Missing when the program could not be started, though the types promise it. */
function textOf(output: string | undefined): string {
  return output ?? '';
}

function executionOptions(options: CommandOptions) {
  return {
    all: true,
    reject: false,
    ...(options.input === undefined ? { stdin: 'ignore' as const } : { input: options.input }),
    ...(options.environment && { env: options.environment }),
    ...(options.workingDirectory !== undefined && { cwd: options.workingDirectory }),
    ...(options.timeoutMs !== undefined && { timeout: options.timeoutMs }),
  } as const;
}

function howItEnded(result: {
  timedOut?: boolean | undefined;
  exitCode?: number | undefined;
  code?: string | undefined;
  signal?: string | undefined;
}): string {
  if (result.timedOut === true) return 'took too long and was stopped.';
  if (result.code === 'ENOENT') return 'is not installed.';
  if (result.signal !== undefined) return `was ended by ${result.signal}.`;
  return `failed with exit code ${String(result.exitCode)}.`;
}

function shorten(line: string): string {
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}
