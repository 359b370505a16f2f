import { gatewayName, instanceName, LabcastError } from '@labcast/domain';
import type { Blueprint } from '@labcast/domain';
import type { Environment } from '@labcast/store';

/** Where an element's name leads. */
export interface Target {
  /** In Incus; undefined for an app, which is no instance. */
  readonly instance?: string;
  /** What a command is put behind, so that it runs in the guest and not in the container around it. */
  readonly prefix?: readonly string[];
  /** Inside the lab, without prefix length; undefined for the gateway. */
  readonly address?: string;
}

/** Through the guest's agent, as root there; for an hour at most. */
const guestPrefix = ['labcast-vm', 'exec', '--seconds', '3600', '--'];

/**
 * `web`, `cluster` (its control plane), `cluster-2` (its second node), `gateway`. Throws `element-not-found`, and
 * `element-not-running` when the environment is not meant to run.
 */
export function resolveTarget(
  environment: Environment,
  blueprint: Blueprint,
  name: string,
): Target {
  refuseUnlessRunning(environment);
  const { key } = environment;
  if (name === 'gateway') return { instance: gatewayName(key) };
  const element = Object.hasOwn(blueprint.elements, name) ? blueprint.elements[name] : undefined;
  if (element?.kind === 'app') {
    const cluster = blueprint.elements[element.on];
    return cluster?.kind === 'cluster' ? firstAddress(cluster.networks[0]?.addresses[0]) : {};
  }
  if (element) {
    return {
      instance: instanceName(key, name),
      ...(element.kind === 'vm' && { prefix: guestPrefix }),
      ...firstAddress(element.networks[0]?.addresses[0]),
    };
  }
  return resolveNode(environment, blueprint, name);
}

function refuseUnlessRunning(environment: Environment): void {
  if (environment.wanted === 'running') return;
  const what = environment.wanted === 'stopped' ? 'stopped' : 'being deleted';
  throw new LabcastError(
    'element-not-running',
    `${environment.assignmentName}/${environment.name} is ${what}.`,
    environment.wanted === 'stopped'
      ? { remedy: `Start it with "labcast start ${environment.assignmentName}".` }
      : {},
  );
}

function resolveNode(environment: Environment, blueprint: Blueprint, name: string): Target {
  const [, base = '', digits = ''] = /^(.+)-([1-9]\d{0,3})$/.exec(name) ?? [];
  const node = Number(digits);
  const cluster = blueprint.elements[base];
  if (cluster?.kind === 'cluster' && node >= 2 && node <= cluster.nodes) {
    return {
      instance: instanceName(environment.key, base, node),
      ...firstAddress(cluster.networks[0]?.addresses[node - 1]),
    };
  }
  const names = Object.keys(blueprint.elements);
  throw new LabcastError('element-not-found', `There is no element ${name} in this lab.`, {
    remedy: `It has ${names.join(', ')}.`,
  });
}

function firstAddress(address: string | undefined): { address?: string } {
  return address === undefined ? {} : { address };
}
