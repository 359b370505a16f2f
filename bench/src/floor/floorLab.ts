import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { promisify } from 'node:util';
import type { DesiredEnvironment, Origins } from '@labcast/domain';
import {
  buildBlueprintText,
  catalogueImages,
  keptDevices,
  parseBlueprint,
  parseEnvironmentKey,
  resolveEnvironment,
} from '@labcast/domain';
import { callIncus, execRaw } from './rawIncus.ts';

const run = promisify(execFile);

/** The same lab as `labcast create` makes, with the same configuration down to the last key. */
export function floorLab(
  type: string,
  parameters: Record<string, string>,
  number: number,
): DesiredEnvironment {
  return floorLabOf(buildBlueprintText(type, parameters), number);
}

/** @param origins the disks of a checkpoint that its machines are copies of, as a student's are */
export function floorLabOf(
  text: string,
  number: number,
  origins: Origins = {},
): DesiredEnvironment {
  const parsed = parseBlueprint(text, {
    file: 'lab.yaml',
    catalogue: catalogueImages,
  });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const stateDir = process.env.LABCAST_STATE_DIR ?? '/var/lib/labcast';
  return resolveEnvironment(
    {
      key: parseEnvironmentKey(`bench${String(number).padStart(2, '0')}`),
      wanted: 'running',
      installationId: 'bench',
      assignment: 'bench',
      environment: 'floor',
      // Far from where Labcast gives out addresses.
      uplinkIndex: 60_000 + number,
      origins,
    },
    parsed.blueprint,
    {
      uplinkBridge: process.env.LABCAST_UPLINK_BRIDGE ?? 'lcup',
      uplinkSubnet: process.env.LABCAST_UPLINK_SUBNET ?? '10.99.0.0/16',
      nameServers: [],
      storagePool: 'labcast',
      kubernetesDirectory: realpathSync(`${stateDir}/kubernetes/current`),
      diskPrefix: '/var/lib/incus/storage-pools/labcast/containers/',
    },
  );
}

/** By hand: bridges, all instances at once, Kubernetes waited for, the app put on it. */
export async function makeFloorLab(lab: DesiredEnvironment): Promise<void> {
  await addBridges(lab);
  await Promise.all(lab.instances.map(createRaw));
  await startAppsRaw(lab);
}

export async function addBridges(lab: DesiredEnvironment): Promise<void> {
  for (const { bridge } of lab.networks)
    await run('ip', [
      'link',
      'add',
      bridge,
      'up',
      'type',
      'bridge',
      'stp_state',
      '0',
      'forward_delay',
      '0',
    ]);
}

export async function startAppsRaw(lab: DesiredEnvironment): Promise<void> {
  for (const cluster of lab.clusters)
    await execRaw(cluster.controlPlane, ['labcast-node', 'wait', '--timeout', '120']);
  for (const app of lab.apps) {
    await execRaw(app.controlPlane, ['labcast-node', 'apply'], app.manifest);
    await execRaw(app.controlPlane, [
      'labcast-node',
      'wait',
      '--app',
      app.element,
      '--timeout',
      '120',
    ]);
  }
}

export async function createRaw(instance: DesiredEnvironment['instances'][number]): Promise<void> {
  const { name, image, copyOf, config } = instance;
  const source =
    copyOf === undefined ? { type: 'image', alias: image } : { type: 'copy', source: copyOf };
  // Folders of the host, such as Kubernetes' binaries, come with the original.
  const devices = Object.entries(instance.devices).filter(
    ([key]) => copyOf === undefined || !keptDevices.has(key),
  );
  await callIncus('POST', '/1.0/instances', {
    name,
    source,
    architecture: process.arch === 'arm64' ? 'aarch64' : 'x86_64',
    profiles: [],
    config,
    devices: Object.fromEntries(devices),
    start: true,
  });
}

/** Stops and deletes all of it, instances at once. */
export async function removeFloorLab(lab: DesiredEnvironment): Promise<void> {
  await Promise.all(lab.instances.map(({ name }) => removeRaw(name)));
  await removeBridges(lab);
}

export async function removeRaw(name: string): Promise<void> {
  await callIncus('PUT', `/1.0/instances/${name}/state`, {
    action: 'stop',
    force: true,
    timeout: -1,
  });
  await callIncus('DELETE', `/1.0/instances/${name}`);
}

export async function removeBridges(lab: DesiredEnvironment): Promise<void> {
  for (const { bridge } of lab.networks) await run('ip', ['link', 'delete', bridge]);
}

/** Asks for the page from the lab's gateway, which is as near to the server as a student's machine. */
export async function fetchPageRaw(lab: DesiredEnvironment): Promise<void> {
  const [app] = lab.apps;
  if (!app) return;
  const gateway = lab.instances.find(({ role }) => role === 'gateway');
  const url = `http://${app.address}:${String(app.port)}/`;
  await execRaw(gateway?.name ?? '', ['busybox', 'wget', '-q', '-O', '/dev/null', url]);
}
