import type { Action } from '@labcast/domain';
import { LabcastError, labels } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { lastLines, runInside } from '../runInside.ts';

type Join = Extract<Action, { type: 'join-worker' }>;

/**
 * The control plane signs what a worker needs, and it is carried over through Incus: no secret lies in an instance's
 * configuration, and no port has to be open before the worker is trusted.
 */
export async function joinWorker(
  { controlPlane, worker, environmentKey }: Join,
  incus: IncusClient,
  signal: AbortSignal,
): Promise<void> {
  const issue = ['labcast-node', 'issue', worker.nodeName, worker.address];
  const issued = await runInside(incus, controlPlane, { command: issue }, signal);
  if (issued.exitCode !== 0)
    throw failed(
      `the control plane gave no credentials: ${lastLines(issued.stderr)}`,
      worker.nodeName,
    );
  const joined = await runInside(
    incus,
    worker.instance,
    { command: ['labcast-node', 'join'], stdin: issued.stdout },
    signal,
  );
  if (joined.exitCode !== 0) throw failed(lastLines(joined.stderr), worker.nodeName);
  await incus.updateInstance(worker.instance, { config: { [labels.joined]: environmentKey } });
}

function failed(reason: string, node: string): LabcastError {
  return new LabcastError('step-failed', `${node} could not join the cluster: ${reason}`, {
    repeatable: true,
  });
}
