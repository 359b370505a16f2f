import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import { suggestName } from '../text/closestName.ts';
import type { AppElement } from './blueprint.ts';
import type { ElementContext } from './elementContext.ts';
import { namesOf } from './elementContext.ts';
import type { Report } from './placedProblem.ts';

/** Ports of a node's own services: an app that answered there would take its cluster down. */
const nodePorts = new Map([
  [53, 'the name service'],
  [2379, 'etcd'],
  [2380, 'etcd'],
  [6443, 'the Kubernetes API'],
  [10248, 'the kubelet'],
  [10249, 'kube-proxy'],
  [10250, 'the kubelet'],
  [10256, 'kube-proxy'],
  [10257, 'the controller manager'],
  [10259, 'the scheduler'],
]);

export function checkAppImage(
  name: string,
  image: CatalogueImage | undefined,
  { catalogue, report }: ElementContext,
): void {
  if (image && image.kind !== 'app')
    report(['elements', name, 'image'], {
      message: `${image.name} is not an image for apps`,
      remedy: `Write an OCI reference or the image of an app, such as ${namesOf(catalogue, 'app')}.`,
    });
  if (name === 'kubernetes')
    report(['elements', name], {
      message: 'An app cannot be called kubernetes, which is the name of the cluster itself',
      remedy: 'Choose another name.',
    });
}

export function checkAppPort(name: string, app: AppElement, report: Report): void {
  const path = ['elements', name, 'port'];
  const user = nodePorts.get(app.port);
  if (app.port === 0)
    report(path, {
      message: `${name} has no port, and ${app.image} is not in the catalogue`,
      remedy: 'Write the port on which the app answers, such as port: 80.',
    });
  else if (user !== undefined)
    report(path, {
      message: `Port ${app.port} of ${app.on} is used by ${user}`,
      remedy: 'Choose another port; containerPort can stay the same.',
    });
}

export function checkAppCluster(name: string, on: string, { kinds, report }: ElementContext): void {
  const path = ['elements', name, 'on'];
  const clusters = [...kinds].filter(([, kind]) => kind === 'cluster').map(([cluster]) => cluster);
  if (!kinds.has(on))
    report(path, {
      message: `${name} runs on ${on}, which is not in the lab`,
      remedy:
        clusters.length === 0
          ? `Add the cluster: ${on}: { kind: cluster }`
          : suggestName(on, clusters),
    });
  else if (kinds.get(on) !== undefined && kinds.get(on) !== 'cluster')
    report(path, {
      message: `${name} runs on ${on}, which is a ${kinds.get(on) ?? ''} and no cluster`,
      remedy:
        clusters.length === 0
          ? 'Add a cluster: cluster: { kind: cluster }'
          : `Write a cluster: ${clusters.join(', ')}.`,
    });
}
