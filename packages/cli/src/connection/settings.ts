import { readFileSync } from 'node:fs';
import { CommandError } from '../commandError.ts';

export interface ConnectionSettings {
  readonly baseUrl: string;
  readonly token: string;
}

/** `LABCAST_URL`, or this machine on `LABCAST_PORT` (8080). Without a slash at the end. */
export function serverUrl(environment: NodeJS.ProcessEnv): string {
  const url = environment.LABCAST_URL ?? `http://127.0.0.1:${environment.LABCAST_PORT ?? '8080'}`;
  return url.replace(/\/+$/, '');
}

/** Throws `not-signed-in` when there is no token to be read. */
export function readSettings(environment: NodeJS.ProcessEnv): ConnectionSettings {
  return { baseUrl: serverUrl(environment), token: readToken(environment) };
}

function readToken(environment: NodeJS.ProcessEnv): string {
  const given = environment.LABCAST_TOKEN;
  if (given) return given.trim();
  const file = environment.LABCAST_TOKEN_FILE ?? '/var/lib/labcast/admin-token';
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new CommandError(
      'not-signed-in',
      isMissing
        ? `There is no token in ${file}.`
        : `The token in ${file} cannot be read by this user.`,
      {
        remedy: isMissing
          ? 'Start Labcast, which makes it: make up. From another machine, set LABCAST_URL and LABCAST_TOKEN.'
          : 'Run the command as root (sudo), or ask the administrator for a token and set LABCAST_TOKEN.',
        cause,
      },
    );
  }
}
