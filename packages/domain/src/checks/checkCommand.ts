import type { Blueprint } from '../blueprint/blueprint.ts';
import type { EnvironmentKey } from '../environment/names.ts';
import { instanceName } from '../environment/names.ts';

/** What is run, and in which instance. */
export interface CheckCommand {
  readonly instance: string;
  readonly command: readonly string[];
}

/** The guest's own time limit is a little longer, so that it is the caller's that is told. */
const guestGraceSeconds = 5;

/**
 * How a shell command of the blueprint, of a check or of the solution, is run on an element: in a virtual machine through
 * its agent, for a cluster and for an app on the control plane. Undefined for an element that the blueprint does not have.
 */
export function checkCommand(
  key: EnvironmentKey,
  { elements }: Pick<Blueprint, 'elements'>,
  { on, run, timeoutSeconds }: { on: string; run: string; timeoutSeconds: number },
): CheckCommand | undefined {
  const element = Object.hasOwn(elements, on) ? elements[on] : undefined;
  if (!element) return undefined;
  const shell = ['/bin/sh', '-c', run];
  if (element.kind === 'app') return { instance: instanceName(key, element.on), command: shell };
  const instance = instanceName(key, on);
  if (element.kind !== 'vm') return { instance, command: shell };
  const seconds = String(Math.ceil(timeoutSeconds) + guestGraceSeconds);
  return { instance, command: ['labcast-vm', 'exec', '--seconds', seconds, '--', ...shell] };
}
