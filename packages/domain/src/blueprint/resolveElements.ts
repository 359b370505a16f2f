import type { Attachment, ClusterElement, Element } from './blueprint.ts';
import type { ElementContext } from './elementContext.ts';
import type { ElementOfFile } from './labSchema.ts';
import type { Report } from './placedProblem.ts';
import { resolveApp } from './resolveApp.ts';
import { resolveContainer } from './resolveContainer.ts';
import { resolveSizes } from './resolveSizes.ts';
import { resolveVm } from './resolveVm.ts';

type ClusterOfFile = Extract<ElementOfFile, { kind: 'cluster' }>;

/** Machines and clusters first: an app is judged by the cluster it runs on. The order stays the file's. */
export function resolveElements(
  elements: ReadonlyMap<string, ElementOfFile>,
  attachments: ReadonlyMap<string, readonly Attachment[]>,
  context: ElementContext,
): Record<string, Element> {
  const clusters = new Map<string, ClusterElement>();
  const others = new Map<string, Element>();
  for (const [name, element] of elements) {
    const networks = attachments.get(name) ?? [];
    if (element.kind === 'cluster')
      clusters.set(name, resolveCluster(name, element, networks, context));
    if (element.kind === 'container')
      others.set(name, resolveContainer(name, element, networks, context));
    if (element.kind === 'vm') others.set(name, resolveVm(name, element, networks, context));
  }
  checkNodeNames(clusters, context);
  for (const [name, element] of elements)
    if (element.kind === 'app') others.set(name, resolveApp(name, element, clusters, context));
  checkServicePorts(others, context.report);
  return Object.fromEntries(
    [...elements.keys()].flatMap((name) => {
      const element = clusters.get(name) ?? others.get(name);
      return element ? [[name, element] as const] : [];
    }),
  );
}

function resolveCluster(
  name: string,
  element: ClusterOfFile,
  networks: readonly Attachment[],
  context: ElementContext,
): ClusterElement {
  const image = context.catalogue.find(({ kind }) => kind === 'node');
  const sizes = resolveSizes(element, image, ['elements', name], context.report);
  return { kind: 'cluster', nodes: element.nodes, ...sizes, networks };
}

/** Nodes are called `cluster`, `cluster-2`, `cluster-3`: no element can be called so. */
function checkNodeNames(
  clusters: ReadonlyMap<string, ClusterElement>,
  context: ElementContext,
): void {
  for (const [cluster, { nodes }] of clusters)
    for (let node = 2; node <= nodes; node++) {
      const name = `${cluster}-${node}`;
      if (context.kinds.has(name))
        context.report(['elements', name], {
          message: `${name} is the name of node ${node} of ${cluster}`,
          remedy: 'Choose another name for the element.',
        });
    }
}

function checkServicePorts(elements: ReadonlyMap<string, Element>, report: Report): void {
  const users = new Map<string, string>();
  for (const [name, element] of elements) {
    if (element.kind !== 'app') continue;
    const place = `${element.on}:${element.port}`;
    const user = users.get(place);
    if (user === undefined) users.set(place, name);
    else
      report(['elements', name, 'port'], {
        message: `${name} and ${user} both answer on port ${element.port} of ${element.on}`,
        remedy: 'Give one of them another port.',
      });
  }
}
