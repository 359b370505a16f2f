import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const launcher = fileURLToPath(new URL('../../../../labcast', import.meta.url));

export interface Finished {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves with the first match in what it has written so far or will write; rejects when it ends without one. */
  readonly seen: (pattern: RegExp) => Promise<RegExpExecArray>;
}

export interface LaunchOptions {
  readonly environment?: Record<string, string>;
  readonly input?: string | Buffer;
  readonly cwd?: string;
  /** Another path to it, such as a symlink. */
  readonly launcher?: string;
}

/** Starts the real `./labcast` as a process of its own. */
export function startLauncher(words: readonly string[], options: LaunchOptions = {}): Running {
  const child = spawn(options.launcher ?? launcher, words, {
    cwd: options.cwd,
    // Nothing of the machine that runs the tests: no server of its own, no token, no colour.
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      ...options.environment,
    },
    stdio: 'pipe',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  if (options.input !== undefined) child.stdin.end(options.input);
  const written = (): string => Buffer.concat([...stdout, ...stderr]).toString();
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) =>
      resolve({
        exitCode,
        signal,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
  const seen = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(written());
        if (match) resolve(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      child.on('close', () => reject(new Error(`Ended without ${String(pattern)}: ${written()}`)));
      look();
    });
  return { child, finished, seen };
}

/** Runs it to its end, without input. */
export function runLauncher(
  words: readonly string[],
  options: LaunchOptions = {},
): Promise<Finished> {
  return startLauncher(words, { input: '', ...options }).finished;
}

/** Runs it on a terminal of its own, whose keys are written to `child.stdin`. */
export function startOnTerminal(
  words: readonly string[],
  options: { environment: Record<string, string> },
): Running {
  const line = [launcher, ...words].map((word) => `'${word}'`).join(' ');
  const terminal = ['-qec', `stty rows 24 cols 80; ${line}`, '/dev/null'];
  const environment = { TERM: 'xterm-256color', ...options.environment };
  return startLauncher(terminal, { environment, launcher: 'script' });
}
