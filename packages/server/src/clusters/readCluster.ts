import { z } from 'zod';

const text = z.string().catch('');
const count = z.number().catch(0);

const metadata = z.object({
  name: text,
  namespace: text,
  creationTimestamp: text,
  ownerReferences: z.array(z.object({ kind: text, name: text })).catch([]),
});

/** Of all kinds at once: students are root where this comes from, so what is not understood counts as missing. */
const object = z.object({
  kind: z.string(),
  metadata,
  spec: z
    .object({
      replicas: count,
      unschedulable: z.boolean().catch(false),
      nodeName: text,
    })
    .catch({ replicas: 0, unschedulable: false, nodeName: '' }),
  status: z
    .object({
      conditions: z.array(z.object({ type: text, status: text, message: text })).catch([]),
      addresses: z.array(z.object({ type: text, address: text })).catch([]),
      nodeInfo: z.object({ kubeletVersion: text }).catch({ kubeletVersion: '' }),
      replicas: count,
      readyReplicas: count,
      desiredNumberScheduled: count,
      numberReady: count,
      phase: text,
      reason: text,
      containerStatuses: z
        .array(
          z.object({
            ready: z.boolean().catch(false),
            restartCount: count,
            state: z
              .object({ waiting: z.object({ reason: text, message: text }).optional() })
              .catch({}),
          }),
        )
        .catch([]),
    })
    .catch({
      conditions: [],
      addresses: [],
      nodeInfo: { kubeletVersion: '' },
      replicas: 0,
      readyReplicas: 0,
      desiredNumberScheduled: 0,
      numberReady: 0,
      phase: '',
      reason: '',
      containerStatuses: [],
    }),
  // Of events alone.
  type: text,
  reason: text,
  message: text,
  count,
  lastTimestamp: text,
  eventTime: text,
  involvedObject: z.object({ kind: text, name: text }).catch({ kind: '', name: '' }),
});
type KubernetesObject = z.output<typeof object>;

const list = z.object({ items: z.array(z.unknown()) });

const mostEvents = 50;
const mostPods = 500;

/** What people are told of a cluster, from `kubectl get ... -o json`. */
export interface ClusterDetails {
  readonly nodes: {
    name: string;
    ready: boolean;
    message: string;
    address: string;
    version: string;
  }[];
  readonly workloads: Workload[];
  readonly pods: Pod[];
  readonly events: ClusterEvent[];
}

interface Workload {
  kind: string;
  namespace: string;
  name: string;
  wanted: number;
  ready: number;
}

interface Pod {
  namespace: string;
  name: string;
  node: string;
  /** Of the workload that made it. */
  owner: string;
  /** Kubernetes's own word: `Running`, `Pending`, `CrashLoopBackOff`, ... */
  state: string;
  message: string;
  ready: number;
  containers: number;
  restarts: number;
  since: string;
}

interface ClusterEvent {
  at: string;
  warning: boolean;
  object: string;
  reason: string;
  message: string;
  count: number;
}

/** Throws when it is not a list of Kubernetes objects at all. */
export function readCluster(answer: unknown): ClusterDetails {
  const objects = list.parse(answer).items.flatMap((item) => {
    const read = object.safeParse(item);
    return read.success ? [read.data] : [];
  });
  const ofKind = (kind: string) => objects.filter((one) => one.kind === kind);
  return {
    nodes: ofKind('Node').map(toNode),
    workloads: [
      ...[...ofKind('Deployment'), ...ofKind('StatefulSet')].map((one) =>
        toWorkload(one, one.spec.replicas, one.status.readyReplicas),
      ),
      ...ofKind('DaemonSet').map((one) =>
        toWorkload(one, one.status.desiredNumberScheduled, one.status.numberReady),
      ),
    ],
    pods: ofKind('Pod').slice(0, mostPods).map(toPod),
    events: ofKind('Event').map(toEvent).sort(byAge).slice(0, mostEvents),
  };
}

function toNode({ metadata: { name }, spec, status }: KubernetesObject) {
  const ready = status.conditions.find(({ type }) => type === 'Ready');
  const isReady = ready?.status === 'True';
  const closed = spec.unschedulable ? 'It takes no new pods.' : '';
  return {
    name,
    ready: isReady,
    message: isReady ? closed : (ready?.message ?? 'It has not reported yet.'),
    address: status.addresses.find(({ type }) => type === 'InternalIP')?.address ?? '',
    version: status.nodeInfo.kubeletVersion,
  };
}

function toWorkload(
  { kind, metadata: { name, namespace } }: KubernetesObject,
  wanted: number,
  ready: number,
) {
  return { kind, namespace, name, wanted, ready };
}

function toPod({
  metadata: { name, namespace, ownerReferences, creationTimestamp },
  spec,
  status,
}: KubernetesObject): Pod {
  const { containerStatuses: containers } = status;
  const waiting = containers.map(({ state }) => state.waiting).find((one) => one !== undefined);
  const unplaced = status.conditions.find(
    ({ status: is, type }) => type === 'PodScheduled' && is === 'False',
  );
  return {
    namespace,
    name,
    node: spec.nodeName,
    owner: ownerReferences[0]?.name ?? '',
    state: firstText(waiting?.reason, status.reason, status.phase, 'Unknown'),
    message: firstText(waiting?.message, unplaced?.message),
    ready: containers.filter(({ ready }) => ready).length,
    containers: containers.length,
    restarts: containers.reduce((sum, { restartCount }) => sum + restartCount, 0),
    since: creationTimestamp,
  };
}

function toEvent(event: KubernetesObject): ClusterEvent {
  const {
    involvedObject,
    metadata: { creationTimestamp },
  } = event;
  return {
    at: firstText(event.lastTimestamp, event.eventTime, creationTimestamp),
    warning: event.type === 'Warning',
    object: `${involvedObject.kind} ${involvedObject.name}`,
    reason: event.reason,
    message: event.message,
    count: event.count,
  };
}

function byAge(one: ClusterEvent, other: ClusterEvent): number {
  return other.at.localeCompare(one.at);
}

/** Kubernetes leaves out what it does not know, or leaves it empty. */
function firstText(...texts: readonly (string | undefined)[]): string {
  return texts.find((one) => one !== undefined && one !== '') ?? '';
}
