import { consolesOf, findCatalogueImage, LabcastError } from '@labcast/domain';
import type { ConsoleKind, ConsoleOwner, Element } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { assignmentOf, requireAccess } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab } from '../labs.ts';
import { environmentParameters } from '../schemas/names.ts';
import { ensureRunning } from '../tunnels/ensureRunning.ts';
import { resolveTarget } from '../tunnels/resolveTarget.ts';

export const elementParameters = environmentParameters.extend({
  element: z.string().min(1).max(100),
});

/** Where a console leads. */
export interface ConsolePlace {
  readonly environment: Environment;
  /** As the address names it: a cluster's node is `cluster-2`. */
  readonly name: string;
  /** Undefined for the gateway. */
  readonly element: Element | undefined;
  /** In Incus. For an app that of its cluster's control plane, where its logs are. */
  readonly instance: string;
  /** Inside the lab; undefined for the gateway. */
  readonly address: string | undefined;
  /** Of the gateway, through which addresses are reached. */
  readonly gateway: string;
  /** That it has. */
  readonly consoles: readonly ConsoleKind[];
  /** As whom a person works in there. */
  readonly user: string;
}

/**
 * The console that a request's address means. Throws `environment-not-found`, `element-not-found` also for a console that
 * the element does not have, `not-permitted` for the gateway's, and `element-not-running`.
 */
export async function findConsole(
  deps: Pick<RouteDeps, 'store' | 'incus'>,
  request: FastifyRequest,
  kind: ConsoleKind,
): Promise<ConsolePlace> {
  const place = await findConsolePlace(deps, request);
  if (place.consoles.includes(kind)) return place;
  throw new LabcastError('element-not-found', `${place.name} has no ${kind}.`, {
    remedy: `It has ${place.consoles.join(', ')}.`,
  });
}

/** As `findConsole`, for whichever console. */
export async function findConsolePlace(
  { store, incus }: Pick<RouteDeps, 'store' | 'incus'>,
  request: FastifyRequest,
): Promise<ConsolePlace> {
  const { environment: environmentName, element: name } = elementParameters.parse(request.params);
  const environment = await findLiveEnvironment(store, assignmentOf(request), environmentName);
  const { identity, place, params } = request;
  if (name === 'gateway') requireAccess(identity, 'environment:enterGateway', place, params);
  const found = findElement(environment, name);
  const { owner, element } = found;
  const image = element && 'image' in element ? findCatalogueImage(element.image) : undefined;
  await ensureRunning(
    incus,
    found.instance,
    owner.kind === 'app' ? `The cluster of ${name}` : name,
  );
  return {
    environment,
    name,
    consoles: consolesOf(owner, image),
    user: defaultUser(element),
    ...found,
  };
}

function findElement(environment: Environment, name: string) {
  const blueprint = parseLab(environment.blueprint);
  const target = resolveTarget(environment, blueprint, name);
  const { instance: gateway = '' } = resolveTarget(environment, blueprint, 'gateway');
  // A node after the first is a part of its cluster.
  const element =
    blueprint.elements[name] ??
    (name === 'gateway' ? undefined : blueprint.elements[name.replace(/-\d+$/, '')]);
  const on = element?.kind === 'app' ? resolveTarget(environment, blueprint, element.on) : target;
  const owner: ConsoleOwner = element ?? { kind: 'gateway' };
  return { element, owner, gateway, instance: on.instance ?? '', address: target.address };
}

/** Of an image that is not in the catalogue only root is known to be there. */
function defaultUser(element: Element | undefined): string {
  if (element?.kind === 'container')
    return findCatalogueImage(element.image)?.defaultUser ?? 'root';
  if (element?.kind === 'cluster')
    return findCatalogueImage('kubernetes-node')?.defaultUser ?? 'root';
  return 'root';
}
