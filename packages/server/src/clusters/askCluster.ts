import { LabcastError } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { readCluster } from './readCluster.ts';
import type { ClusterDetails } from './readCluster.ts';

type Asker = Pick<IncusClient, 'openExec'>;

const freshMs = 2_000;
const limitMs = 8_000;
/** A cluster of a lab has some 200 kB; what is more is cut off, and then refused. */
const mostBytes = 8 * 1024 * 1024;

const kinds = 'nodes,deployments,statefulsets,daemonsets,pods,events';
const command = [
  'kubectl',
  'get',
  kinds,
  '--all-namespaces',
  '--output=json',
  '--request-timeout=5s',
];

interface Asked {
  readonly at: number;
  readonly details: Promise<ClusterDetails>;
}

/**
 * Asks a control plane what is in its cluster, by one command. However many look, it is asked at most every two seconds.
 * Throws `element-not-running` when the cluster does not answer.
 */
export function createClusterAsker(
  incus: Asker,
): (controlPlane: string) => Promise<ClusterDetails> {
  const asked = new Map<string, Asked>();
  return (controlPlane) => {
    const now = performance.now();
    for (const [name, { at }] of asked) if (now - at > freshMs) asked.delete(name);
    const known = asked.get(controlPlane);
    if (known) return known.details;
    const details = ask(incus, controlPlane);
    asked.set(controlPlane, { at: now, details });
    return details;
  };
}

async function ask(incus: Asker, controlPlane: string): Promise<ClusterDetails> {
  const tunnel = await incus.openExec(controlPlane, { command });
  const timer = setTimeout(() => tunnel.close(), limitMs);
  try {
    tunnel.stdin.end();
    tunnel.stderr.resume();
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of tunnel.stdout as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new Error('The answer is too large.');
      chunks.push(chunk);
    }
    if ((await tunnel.exitCode) !== 0) throw new Error('kubectl failed.');
    return readCluster(JSON.parse(Buffer.concat(chunks).toString()));
  } catch (cause) {
    throw new LabcastError('element-not-running', 'The cluster does not say what is in it.', {
      cause,
      remedy: 'Wait until it is ready. If it stays so, restart it.',
    });
  } finally {
    clearTimeout(timer);
    tunnel.close();
  }
}
