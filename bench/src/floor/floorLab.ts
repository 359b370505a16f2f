import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { promisify } from 'node:util';
import type { DesiredEnvironment } from '@labcast/domain';
import {
  buildBlueprintText,
  catalogueImages,
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
  const parsed = parseBlueprint(buildBlueprintText(type, parameters), {
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
    },
    parsed.blueprint,
    {
      uplinkBridge: 'lcup',
      uplinkSubnet: process.env.LABCAST_UPLINK_SUBNET ?? '10.99.0.0/16',
      nameServers: [],
      storagePool: 'labcast',
      kubernetesDirectory: realpathSync(`${stateDir}/kubernetes/current`),
    },
  );
}

/** By hand: bridges, all instances at once, Kubernetes waited for, the app put on it. */
export async function makeFloorLab(lab: DesiredEnvironment): Promise<void> {
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
  await Promise.all(lab.instances.map(createRaw));
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

async function createRaw(instance: DesiredEnvironment['instances'][number]): Promise<void> {
  await callIncus('POST', '/1.0/instances', {
    name: instance.name,
    source: { type: 'image', alias: instance.image },
    architecture: process.arch === 'arm64' ? 'aarch64' : 'x86_64',
    profiles: [],
    config: instance.config,
    devices: instance.devices,
    start: true,
  });
}

/** Stops and deletes all of it, instances at once. */
export async function removeFloorLab(lab: DesiredEnvironment): Promise<void> {
  await Promise.all(
    lab.instances.map(async ({ name }) => {
      await callIncus('PUT', `/1.0/instances/${name}/state`, {
        action: 'stop',
        force: true,
        timeout: -1,
      });
      await callIncus('DELETE', `/1.0/instances/${name}`);
    }),
  );
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
