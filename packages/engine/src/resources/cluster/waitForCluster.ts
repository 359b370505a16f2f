import { setTimeout as sleep } from 'node:timers/promises';
import type { Action } from '@labcast/domain';
import { LabcastError } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { lastLines, runInside } from '../runInside.ts';
import { observeCluster } from './observeCluster.ts';

type Wait = Extract<Action, { type: 'wait-cluster' }>;

/** Kubernetes takes 4 s on an idle machine; thirty at once on two cores take minutes. */
const limitSeconds = 180;

/** Returns once the control plane and every node is ready; throws `step-failed` with what Kubernetes says is missing. */
export async function waitForCluster(
  { controlPlane, nodes }: Wait,
  incus: IncusClient,
  signal: AbortSignal,
  pollMs: number,
): Promise<void> {
  const result = await runInside(
    incus,
    controlPlane,
    { command: ['labcast-node', 'wait', '--timeout', String(limitSeconds)] },
    signal,
  );
  if (result.exitCode !== 0)
    throw new LabcastError('step-failed', `Kubernetes is not ready: ${lastLines(result.stderr)}`, {
      repeatable: true,
    });
  await waitForNodes({ controlPlane, nodes }, incus, signal, pollMs);
}

async function waitForNodes(
  { controlPlane, nodes }: Pick<Wait, 'controlPlane' | 'nodes'>,
  incus: IncusClient,
  signal: AbortSignal,
  pollMs: number,
): Promise<void> {
  if (nodes.length === 1) return;
  const limit = AbortSignal.timeout(limitSeconds * 1000);
  while (!limit.aborted) {
    const { readyNodes } = await observeCluster(controlPlane, incus);
    if (nodes.every((node) => readyNodes.includes(node))) return;
    await sleep(pollMs, undefined, { signal });
  }
  throw new LabcastError('step-failed', `Not every node of ${nodes.join(', ')} became ready.`, {
    repeatable: true,
  });
}
