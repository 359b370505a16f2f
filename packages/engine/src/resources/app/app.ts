import type { Action, DesiredApp } from '@labcast/domain';
import { LabcastError } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { lastLines, runInside } from '../runInside.ts';

/** An image of some hundred MB over a slow line. */
const readySeconds = 300;

/** Gives the cluster the app's objects; those of an earlier version that are not in it any more go. */
export async function applyApp(
  app: DesiredApp,
  incus: IncusClient,
  signal: AbortSignal,
): Promise<void> {
  const result = await runInside(
    incus,
    app.controlPlane,
    { command: ['labcast-node', 'apply'], stdin: app.manifest },
    signal,
  );
  if (result.exitCode !== 0)
    throw failed(`Kubernetes refused ${app.element}: ${lastLines(result.stderr)}`);
}

/** Returns once the app's pods are ready and its page's port answers. */
export async function waitForApp(
  app: DesiredApp,
  incus: IncusClient,
  signal: AbortSignal,
): Promise<void> {
  const command = ['labcast-node', 'wait', '--app', app.element, '--timeout', String(readySeconds)];
  const result = await runInside(incus, app.controlPlane, { command }, signal);
  if (result.exitCode !== 0)
    throw failed(`${app.element} does not answer: ${lastLines(result.stderr)}`);
}

export async function removeApp(
  { controlPlane, app }: Extract<Action, { type: 'remove-app' }>,
  incus: IncusClient,
  signal: AbortSignal,
): Promise<void> {
  const command = ['labcast-node', 'remove-app', app];
  const result = await runInside(incus, controlPlane, { command }, signal);
  if (result.exitCode !== 0)
    throw failed(`${app} could not be removed from its cluster: ${lastLines(result.stderr)}`);
}

function failed(message: string): LabcastError {
  return new LabcastError('step-failed', message, {
    repeatable: true,
    remedy: 'See its events in the cluster: kubectl describe pods.',
  });
}
