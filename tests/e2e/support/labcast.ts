import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

const launcher = new URL('../../../labcast', import.meta.url).pathname;

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly stdoutBytes: Buffer;
}

export interface CommandOptions {
  readonly stdin?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program to its end, whatever that is. */
export async function run(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(program, args, { env: { ...process.env, ...options.environment } });
  // A program that does not read its input may be gone before all of it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin ?? '');
  const [stdoutBytes, stderr, exitCode] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? -1));
    }),
  ]);
  return { exitCode, stdoutBytes, stdout: stdoutBytes.toString(), stderr: stderr.toString() };
}

/** The command that people use, as they use it. */
export function labcast(args: readonly string[], options?: CommandOptions): Promise<CommandResult> {
  return run(launcher, args, options);
}

/** Runs it and throws, with what it said, unless it ended with 0. */
export async function labcastOk(
  args: readonly string[],
  options?: CommandOptions,
): Promise<CommandResult> {
  const result = await labcast(args, options);
  if (result.exitCode !== 0)
    throw new Error(
      `labcast ${args.join(' ')} ended with ${result.exitCode}:\n${result.stdout}\n${result.stderr}`,
    );
  return result;
}

/** A long-running one, such as `forward`; the caller ends it. */
export function labcastInBackground(args: readonly string[]): ReturnType<typeof spawn> {
  return spawn(launcher, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}
