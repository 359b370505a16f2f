import { printSize } from '../units/size.ts';
import type { ClusterElement, ContainerElement, Element, VmElement } from './blueprint.ts';
import type { Change } from './change.ts';
import { isEqual } from './change.ts';
import { diffApp } from './diffApp.ts';

/** What becomes of one element; at least one of the two is there, and they differ. */
export function diffElement(
  name: string,
  before: Element | undefined,
  after: Element | undefined,
): Change[] {
  if (!after) return before ? [removal(name, before)] : [];
  if (!before)
    return [
      {
        action: 'create',
        element: name,
        destroysData: false,
        message: `${name} (${after.kind}) is made.`,
      },
    ];
  if (before.kind === 'container' && after.kind === 'container')
    return diffContainer(name, before, after);
  if (before.kind === 'vm' && after.kind === 'vm') return diffVm(name, before, after);
  if (before.kind === 'cluster' && after.kind === 'cluster')
    return diffCluster(name, before, after);
  if (before.kind === 'app' && after.kind === 'app') return diffApp(name, before, after);
  return [replacement(name, before, `it was a ${before.kind} and becomes a ${after.kind}`)];
}

function removal(name: string, element: Element): Change {
  const destroysData = holdsData(element);
  const loss = destroysData ? ', with everything that is stored on it' : '';
  return {
    action: 'remove',
    element: name,
    destroysData,
    message: `${name} is removed${loss}.`,
  };
}

function replacement(name: string, before: Element, reason: string): Change {
  const destroysData = holdsData(before);
  const loss = destroysData ? '; everything that is stored on it is deleted' : '';
  return {
    action: 'replace',
    element: name,
    destroysData,
    message: `${name} is made anew, because ${reason}${loss}.`,
  };
}

/** An app keeps nothing but what is in its volume. */
function holdsData(element: Element): boolean {
  return element.kind !== 'app' || element.volume !== undefined;
}

function diffContainer(name: string, before: ContainerElement, after: ContainerElement): Change[] {
  if (before.image !== after.image)
    return [replacement(name, before, `its image was ${before.image} and becomes ${after.image}`)];
  if (after.storageBytes < before.storageBytes)
    return [replacement(name, before, smallerDisk(before, after))];
  const change = changeOf(name);
  const isSetUpOtherwise = !isEqual(before.files, after.files) || !isEqual(before.run, after.run);
  return [
    ...diffNetworks(name, before, after),
    ...diffSizes(name, before, after),
    // The disk holds somebody's work by now: it is not set up a second time on top of that.
    ...(isSetUpOtherwise
      ? [
          change(
            'change',
            `The new files and commands of ${name} take effect when ${name} is made anew.`,
          ),
        ]
      : []),
    ...(isEqual(before.ports, after.ports)
      ? []
      : [change('change', `${name} is shown with ports ${listOf(after.ports)}.`)]),
  ];
}

/** Its guest is told its sizes when it is switched on. */
function diffVm(name: string, before: VmElement, after: VmElement): Change[] {
  if (before.image !== after.image)
    return [replacement(name, before, `its image was ${before.image} and becomes ${after.image}`)];
  if (after.storageBytes < before.storageBytes)
    return [replacement(name, before, smallerDisk(before, after))];
  const sizes = changedSizes(before, after);
  const restart = (reason: string) => changeOf(name)('restart', `${name} restarts, ${reason}.`);
  return [
    ...diffNetworks(name, before, after),
    ...(sizes.length === 0 ? [] : [restart(`to change ${sizes.join(', ')}`)]),
    ...(before.firmware === after.firmware ? [] : [restart(`to start with ${after.firmware}`)]),
  ];
}

function diffCluster(name: string, before: ClusterElement, after: ClusterElement): Change[] {
  if (after.storageBytes < before.storageBytes)
    return [replacement(name, before, smallerDisk(before, after))];
  const change = changeOf(name);
  const nodes =
    after.nodes > before.nodes
      ? [change('change', `${name} grows from ${before.nodes} to ${after.nodes} nodes.`)]
      : after.nodes < before.nodes
        ? [
            {
              ...change(
                'change',
                `${name} shrinks from ${before.nodes} to ${after.nodes} nodes; what is stored on the removed ones is deleted.`,
              ),
              destroysData: true,
            },
          ]
        : [];
  const common = Math.min(before.nodes, after.nodes);
  return [
    ...diffNetworks(name, firstNodes(before, common), firstNodes(after, common)),
    ...nodes,
    ...diffSizes(name, before, after),
  ];
}

function firstNodes(cluster: ClusterElement, count: number): ClusterElement {
  const networks = cluster.networks.map(({ network, addresses }) => ({
    network,
    addresses: addresses.slice(0, count),
  }));
  return { ...cluster, networks };
}

type Sized = ContainerElement | VmElement | ClusterElement;

function diffNetworks(name: string, before: Sized, after: Sized): Change[] {
  if (isEqual(before.networks, after.networks)) return [];
  const where = after.networks.map(
    ({ network, addresses }) => `${network} (${addresses.join(', ')})`,
  );
  return [changeOf(name)('restart', `${name} restarts, to be on ${where.join(' and ')}.`)];
}

function changedSizes(before: Sized, after: Sized): string[] {
  return [
    before.cpu === after.cpu ? [] : [`cpu ${before.cpu} to ${after.cpu}`],
    before.memoryBytes === after.memoryBytes
      ? []
      : [`memory ${printSize(before.memoryBytes)} to ${printSize(after.memoryBytes)}`],
    before.storageBytes === after.storageBytes
      ? []
      : [`storage ${printSize(before.storageBytes)} to ${printSize(after.storageBytes)}`],
  ].flat();
}

function diffSizes(name: string, before: Sized, after: Sized): Change[] {
  const sizes = changedSizes(before, after);
  if (sizes.length === 0) return [];
  const each = after.kind === 'cluster' ? 'each node of ' : '';
  return [changeOf(name)('change', `${each}${name} changes while it runs: ${sizes.join(', ')}.`)];
}

function smallerDisk(before: Sized, after: Sized): string {
  return `a disk cannot shrink from ${printSize(before.storageBytes)} to ${printSize(after.storageBytes)}`;
}

function listOf(ports: readonly number[]): string {
  return ports.length === 0 ? 'of its own choice' : ports.join(', ');
}

function changeOf(element: string) {
  return (action: Change['action'], message: string): Change => ({
    action,
    element,
    destroysData: false,
    message,
  });
}
