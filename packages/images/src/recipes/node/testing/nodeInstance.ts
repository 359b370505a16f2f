import type { InstanceSpec } from '@labcast/incus';

/** The ioctls that make btrfs subvolumes and snapshots: a subvolume made inside escapes the disk quota. */
const deniedCalls = [1342215182, 1342215192, 1342215169, 1342215191]
  .map((request) => `ioctl errno 1 [1,${String(request)},SCMP_CMP_EQ]`)
  .join('\n');

/** A node as the engine makes it. */
export function nodeInstance(node: {
  name: string;
  environment: string;
  role: 'control-plane' | 'worker';
  nodeName: string;
  address: string;
  bridge: string;
  pool: string;
  kubernetes: string;
}): InstanceSpec {
  return {
    name: node.name,
    image: 'labcast/kubernetes-node',
    config: {
      'security.nesting': 'true',
      'security.idmap.isolated': 'true',
      'security.syscalls.deny': deniedCalls,
      'limits.memory': '1536MiB',
      'limits.cpu': '2',
      'limits.processes': '4000',
      'environment.LABCAST_ENVIRONMENT': node.environment,
      'environment.LABCAST_NODE_ROLE': node.role,
      'environment.LABCAST_NODE_NAME': node.nodeName,
      'environment.LABCAST_ADDRESSES': `eth0,${node.address}/24,`,
    },
    devices: {
      root: { type: 'disk', path: '/', pool: node.pool, size: '4GiB' },
      eth0: { type: 'nic', nictype: 'bridged', parent: node.bridge, name: 'eth0' },
      kubernetes: {
        type: 'disk',
        source: node.kubernetes,
        path: '/opt/labcast/kubernetes',
        readonly: 'true',
      },
    },
    start: true,
  };
}
