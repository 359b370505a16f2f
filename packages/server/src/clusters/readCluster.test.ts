import { expect, test } from 'vitest';
import { readCluster } from './readCluster.ts';

const pod = {
  kind: 'Pod',
  metadata: {
    name: 'shop-1',
    namespace: 'default',
    creationTimestamp: '2026-01-01T00:00:00Z',
    ownerReferences: [{ kind: 'ReplicaSet', name: 'shop' }],
  },
  spec: { nodeName: 'cluster' },
  status: {
    phase: 'Pending',
    containerStatuses: [
      {
        ready: false,
        restartCount: 3,
        state: { waiting: { reason: 'ErrImagePull', message: 'No such image.' } },
      },
    ],
  },
};

test('what a pod waits for is told in place of its phase', () => {
  const { pods } = readCluster({ items: [pod] });
  expect(pods).toMatchObject([
    { state: 'ErrImagePull', message: 'No such image.', restarts: 3, ready: 0, containers: 1 },
  ]);
});

test('nodes, workloads and events are told apart, the newest event first', () => {
  const event = (name: string, lastTimestamp: string) => ({
    kind: 'Event',
    metadata: { name },
    type: 'Warning',
    reason: name,
    message: 'm',
    lastTimestamp,
    involvedObject: { kind: 'Pod', name: 'shop-1' },
  });
  const details = readCluster({
    items: [
      {
        kind: 'Node',
        metadata: { name: 'cluster' },
        status: { conditions: [{ type: 'Ready', status: 'False', message: 'No network.' }] },
      },
      {
        kind: 'Deployment',
        metadata: { name: 'shop', namespace: 'default' },
        spec: { replicas: 2 },
        status: { readyReplicas: 1 },
      },
      event('Old', '2026-01-01T00:00:00Z'),
      event('New', '2026-01-02T00:00:00Z'),
    ],
  });
  expect(details.nodes).toMatchObject([{ name: 'cluster', ready: false, message: 'No network.' }]);
  expect(details.workloads).toMatchObject([{ kind: 'Deployment', wanted: 2, ready: 1 }]);
  expect(details.events.map(({ reason }) => reason)).toEqual(['New', 'Old']);
  expect(details.events[0]).toMatchObject({ warning: true, object: 'Pod shop-1' });
});

test('what a student’s cluster makes up is left out, and no list at all is refused', () => {
  const odd = { items: [null, 7, { kind: 'Pod' }, { ...pod, status: 'broken' }, { kind: 3 }] };
  expect(readCluster(odd).pods).toMatchObject([{ state: 'Unknown' }]);
  expect(() => readCluster('nothing')).toThrow();
});
