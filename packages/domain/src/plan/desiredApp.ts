import { stringify } from 'yaml';
import type { AppElement, BlueprintFile, ClusterElement } from '../blueprint/blueprint.ts';
import { findCatalogueImage } from '../catalogue/catalogue.ts';
import type { DesiredApp } from '../environment/desired.ts';
import type { ElementWish } from '../environment/wishes.ts';
import type { EnvironmentKey } from '../environment/names.ts';
import { instanceName } from '../environment/names.ts';
import { contentHash } from './contentHash.ts';

/** Everything of an app carries this label with the element's name, so that it can be listed, pruned and removed. */
export const appLabel = 'labcast.dev/app';
/** On the Deployment: which manifest it was made from. */
export const appHashAnnotation = 'labcast.dev/hash';
/** On its pods: how many restarts had been asked for. */
const appRestartsAnnotation = 'labcast.dev/restarts';

/** An app element: a Deployment with its Service (and volume, files) in the `default` namespace of its cluster. */
export function desiredApp(
  key: EnvironmentKey,
  named: { name: string; element: AppElement },
  cluster: ClusterElement,
  wish: ElementWish = {},
): DesiredApp {
  const { name, element } = named;
  const objects = [
    ...configMap(name, element.files),
    ...volumeClaim(name, element),
    deployment(name, element, wish),
    service(name, element),
  ];
  // What cannot be changed in place comes first: with another one the app is made anew.
  const fixed = contentHash(JSON.stringify(element.volume ?? null));
  const hash = `${fixed}-${contentHash(JSON.stringify(objects))}`;
  return {
    element: name,
    cluster: element.on,
    controlPlane: instanceName(key, element.on),
    manifest: objects
      .map((object) => stringify(object.kind === 'Deployment' ? annotate(object, hash) : object))
      .join('---\n'),
    hash,
    address: cluster.networks[0]?.addresses[0] ?? '',
    port: element.port,
    ...(wish.stopped && { stopped: true }),
  };
}

/** Whether one manifest can become the other only by removing the app first, its volume included. */
export function needsNewApp(before: string, after: string): boolean {
  return before.split('-')[0] !== after.split('-')[0];
}

interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
}

function metadata(name: string, app: string): { name: string; labels: Record<string, string> } {
  return { name, labels: { [appLabel]: app } };
}

function annotate(object: KubernetesObject, hash: string): KubernetesObject {
  return {
    ...object,
    metadata: { ...object.metadata, annotations: { [appHashAnnotation]: hash } },
  };
}

/** Keys of a ConfigMap may not contain slashes, so each file is numbered and mounted at its path. */
function configMap(name: string, files: readonly BlueprintFile[]): KubernetesObject[] {
  if (files.length === 0) return [];
  const data = Object.fromEntries(files.map((file, index) => [fileKey(index), file.content]));
  return [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata(`${name}-files`, name), data }];
}

function volumeClaim(name: string, element: AppElement): KubernetesObject[] {
  if (!element.volume) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: metadata(`${name}-data`, name),
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: String(element.volume.sizeBytes) } },
      },
    },
  ];
}

function deployment(name: string, element: AppElement, wish: ElementWish): KubernetesObject {
  const { reference } = findCatalogueImage(element.image) ?? {};
  const limits = {
    ...(element.cpu !== undefined && { cpu: `${String(Math.round(element.cpu * 1000))}m` }),
    ...(element.memoryBytes !== undefined && { memory: String(element.memoryBytes) }),
  };
  const container = {
    name,
    image: reference ?? element.image,
    // Ours are already on every node and in no registry.
    imagePullPolicy: reference ? 'Never' : 'IfNotPresent',
    ports: [{ containerPort: element.containerPort }],
    env: Object.entries(element.environment).map(([key, value]) => ({ name: key, value })),
    // Requests stay small: the node's own limits are what a lab was given.
    resources: { requests: { cpu: '10m', memory: '16Mi' }, limits },
    readinessProbe: {
      tcpSocket: { port: element.containerPort },
      periodSeconds: 1,
      failureThreshold: 30,
    },
    volumeMounts: [
      ...element.files.map((file, index) => ({
        name: 'files',
        mountPath: file.path,
        subPath: fileKey(index),
      })),
      ...(element.volume ? [{ name: 'data', mountPath: element.volume.path }] : []),
    ],
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(name, name),
    spec: {
      replicas: wish.stopped ? 0 : element.replicas,
      selector: { matchLabels: { [appLabel]: name } },
      // A volume is mounted by one pod at a time, so the old one has to go first.
      ...(element.volume && { strategy: { type: 'Recreate' } }),
      template: {
        metadata: {
          labels: { [appLabel]: name },
          // Another template makes Kubernetes start new pods, one after the other.
          ...(wish.restarts !== undefined && {
            annotations: { [appRestartsAnnotation]: String(wish.restarts) },
          }),
        },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 5,
          containers: [container],
          volumes: [
            ...(element.files.length > 0 ? [filesVolume(name, element.files)] : []),
            ...(element.volume
              ? [{ name: 'data', persistentVolumeClaim: { claimName: `${name}-data` } }]
              : []),
          ],
        },
      },
    },
  };
}

function filesVolume(name: string, files: readonly BlueprintFile[]): object {
  return {
    name: 'files',
    configMap: {
      name: `${name}-files`,
      items: files.map((file, index) => ({
        key: fileKey(index),
        path: fileKey(index),
        mode: parseInt(file.mode, 8),
      })),
    },
  };
}

function service(name: string, element: AppElement): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(name, name),
    spec: {
      type: 'LoadBalancer',
      selector: { [appLabel]: name },
      ports: [{ name: 'http', port: element.port, targetPort: element.containerPort }],
    },
  };
}

function fileKey(index: number): string {
  return `file-${String(index)}`;
}
