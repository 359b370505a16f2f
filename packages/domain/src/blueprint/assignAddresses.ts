import type { Attachment } from './blueprint.ts';
import { suggestName } from '../text/closestName.ts';
import { findAddressFault, freeAddresses } from './subnetAddresses.ts';
import type { ElementOfFile } from './labSchema.ts';
import type { Report } from './placedProblem.ts';
import type { ResolvedNetwork } from './resolveNetworks.ts';

/** An element on a network, as the file has it. */
interface Wish {
  readonly element: string;
  readonly network: string;
  /** How many addresses it needs. */
  readonly count: number;
  /** The fixed ones, for the first of its instances. */
  readonly fixed: readonly string[];
  readonly path: readonly PropertyKey[];
}

/**
 * `networkNames` are all that the file names: one whose subnet is wrong is missing in `networks`, and was reported.
 *
 * Addresses of all elements on all their networks: fixed ones as written, the others the first free from .10 on, in the
 * file's order, and then from .2 on when the subnet is small or full.
 */
export function assignAddresses(
  elements: ReadonlyMap<string, ElementOfFile>,
  networks: ReadonlyMap<string, ResolvedNetwork>,
  networkNames: ReadonlySet<string>,
  report: Report,
): Map<string, Attachment[]> {
  const [firstNetwork] = networks.keys();
  const wishes = [...elements].flatMap(([name, element]) =>
    readWishes(name, element, firstNetwork),
  );
  const usable = wishes.filter((wish) => checkNetwork(wish, wishes, networkNames, report));
  const users = new Map<string, string>();
  const fixed = new Map(usable.map((wish) => [wish, takeFixed(wish, networks, users, report)]));
  const attachments = new Map<string, Attachment[]>();
  for (const wish of usable) {
    const range = networks.get(wish.network)?.range;
    const taken = fixed.get(wish) ?? [];
    const free = range ? freeAddresses(range, wish.count - taken.length, users) : [];
    if (range && taken.length + free.length < wish.count)
      report(wish.path, {
        message: `${wish.network} has no free address left for ${wish.element}`,
        remedy: `Give ${wish.network} a larger subnet, such as a /24.`,
      });
    for (const address of free) users.set(address, wish.element);
    attachments.set(wish.element, [
      ...(attachments.get(wish.element) ?? []),
      { network: wish.network, addresses: [...taken, ...free] },
    ]);
  }
  return attachments;
}

function readWishes(
  element: string,
  file: ElementOfFile,
  firstNetwork: string | undefined,
): Wish[] {
  if (file.kind === 'app') return [];
  const count = file.kind === 'cluster' ? file.nodes : 1;
  const path = ['elements', element];
  if (!file.networks)
    return firstNetwork === undefined
      ? []
      : [{ element, network: firstNetwork, count, fixed: [], path }];
  return file.networks.map((attachment, index) => {
    const itsPath = [...path, 'networks', index];
    if (typeof attachment === 'string')
      return { element, network: attachment, count, fixed: [], path: itsPath };
    const one = attachment.address === undefined ? [] : [attachment.address];
    const several = 'addresses' in attachment ? attachment.addresses : undefined;
    return { element, network: attachment.name, count, fixed: several ?? one, path: itsPath };
  });
}

function checkNetwork(
  wish: Wish,
  all: readonly Wish[],
  networkNames: ReadonlySet<string>,
  report: Report,
): boolean {
  if (!networkNames.has(wish.network)) {
    report(wish.path, {
      message: `${wish.element} is on the network ${wish.network}, which is not in the lab`,
      remedy: suggestName(wish.network, [...networkNames]),
    });
    return false;
  }
  const first = all.find(
    ({ element, network }) => element === wish.element && network === wish.network,
  );
  if (first === wish) return true;
  report(wish.path, {
    message: `${wish.element} is on the network ${wish.network} twice`,
    remedy: 'Remove one of the two.',
  });
  return false;
}

function takeFixed(
  wish: Wish,
  networks: ReadonlyMap<string, ResolvedNetwork>,
  users: Map<string, string>,
  report: Report,
): string[] {
  if (wish.fixed.length > wish.count)
    report(wish.path, {
      message: `${wish.element} has ${wish.fixed.length} addresses on ${wish.network}, but ${wish.count} of them are needed`,
      remedy: 'Give one address for each node, or fewer.',
    });
  const network = networks.get(wish.network);
  return wish.fixed.slice(0, wish.count).map((address) => {
    const fault = network && findAddressFault(address, network.range, wish.network);
    const user = users.get(address);
    if (fault) report(wish.path, fault);
    else if (user !== undefined)
      report(wish.path, {
        message: `${address} is given to both ${user} and ${wish.element}`,
        remedy: 'Give one of them another address.',
      });
    users.set(address, wish.element);
    return address;
  });
}
