import { readFileSync } from 'node:fs';

const wrapper = readScript('asUser.sh');

/** A shell script that lies beside this file. */
export function readScript(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** The command that runs a shell script as that user; must be run as root. */
export function asUser(user: string, script: string, ...words: readonly string[]): string[] {
  return ['sh', '-c', wrapper, 'sh', user, script, ...words];
}
