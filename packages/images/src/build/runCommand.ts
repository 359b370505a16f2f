import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { LabcastError } from '@labcast/domain';

/** How much of a failed command's output goes into the error message. */
const tailLength = 2_000;

/**
 * Runs a command to its end, its output appended to `logFile`, and returns what it wrote to standard output. Throws
 * `step-failed` with the end of the output when it fails or is not installed.
 */
export async function runCommand(
  command: readonly [string, ...string[]],
  options: { logFile: string; environment?: Readonly<Record<string, string>> },
): Promise<string> {
  const [program, ...args] = command;
  // Mode: apt's settings, which pass through here, may hold the password of a proxy.
  const log = createWriteStream(options.logFile, { flags: 'a', mode: 0o600 });
  log.write(`$ ${command.join(' ')}\n`);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Debian's tools warn on every call when the caller's locale is not installed in the image.
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.environment },
  });
  let output = '';
  let tail = '';
  const keep = (chunk: string): void => {
    log.write(chunk);
    tail = (tail + chunk).slice(-tailLength);
  };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    keep(chunk);
  });
  child.stderr.setEncoding('utf8').on('data', keep);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (exitCode === 0) return output;
    throw new LabcastError(
      'step-failed',
      `${program} failed (exit code ${String(exitCode)}): ${tail.trim()}`,
      { remedy: `Read the whole output in ${options.logFile}.`, repeatable: true },
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new LabcastError('step-failed', `The program ${program} is not installed.`, {
      cause: error,
      remedy: 'Run `make up`, which installs what building images needs.',
    });
  } finally {
    log.end();
    await finished(log);
  }
}
