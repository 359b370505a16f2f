import { execFile } from 'node:child_process';
import { HostError } from './HostError.ts';

/** Runs a program of the host without a shell; resolves with its standard output. */
export type RunCommand = (
  program: 'ip' | 'nft' | 'getent' | 'btrfs',
  args: readonly string[],
  input?: string,
) => Promise<string>;

const packageOf = { ip: 'iproute2', nft: 'nftables', getent: 'libc-bin', btrfs: 'btrfs-progs' };

/** Throws a `HostError` with what the program said. */
export const runCommand: RunCommand = (program, args, input) =>
  new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      {
        // The caller's PATH may lack sbin, and should not choose what root runs.
        env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' },
        timeout: 20_000,
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(commandFailed(program, args, stderr, error));
      },
    );
    // A program that ends before it has read everything says why by its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

function commandFailed(
  program: keyof typeof packageOf,
  args: readonly string[],
  stderr: string,
  error: Error & { code?: unknown },
): HostError {
  if (error.code === 'ENOENT') {
    return new HostError(
      'failed',
      `The program ${program} is missing. Install the package ${packageOf[program]}.`,
      error,
    );
  }
  const reason = stderr.trim().split('\n')[0];
  return new HostError(
    'failed',
    `\`${[program, ...args].join(' ')}\` failed: ${reason === undefined || reason === '' ? error.message : reason}`,
    error,
  );
}
