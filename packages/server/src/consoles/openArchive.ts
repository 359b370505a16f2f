import type { Readable } from 'node:stream';
import type { RouteDeps } from '../deps.ts';

/**
 * Files of an instance as a stream of .tar.gz, held in memory nowhere. One that went meanwhile is left out, as is a name
 * with a line break, which tar's list of names cannot tell from two.
 */
export async function openArchive(
  incus: Pick<RouteDeps['incus'], 'openExec'>,
  instance: string,
  paths: readonly string[],
): Promise<Readable> {
  const names = paths
    .filter((path) => !path.includes('\n'))
    .map((path) => `./${path.replace(/^\/+/, '')}\n`);
  const command = ['tar', '-C', '/', '-c', '-z', '-f', '-', '-T', '-'];
  const tunnel = await incus.openExec(instance, { command });
  tunnel.stdin.on('error', () => undefined);
  tunnel.stdin.end(names.join(''));
  tunnel.stderr.resume();
  tunnel.stdout.once('close', () => tunnel.close());
  return tunnel.stdout;
}
