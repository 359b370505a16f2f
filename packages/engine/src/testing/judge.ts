import {
  bridgePrefix,
  catalogueImages,
  labels,
  nthAddress,
  parseBlueprint,
  resolveEnvironment,
} from '@labcast/domain';
import type { DesiredEnvironment, DesiredInstance } from '@labcast/domain';
import type { Environment, LedgerRow } from '@labcast/store';
import type { TestBed } from './testBed.ts';

/**
 * What is wrong with the world, measured against the wish in the database and without the planner. Empty when all is as it
 * should be.
 */
export async function complaints(bed: TestBed, id: Environment['id']): Promise<string[]> {
  const environment = await bed.store.getEnvironment(id);
  const { store, host, unaccounted } = bed;
  const rows = (await store.listLedger(id)).filter(({ goneAt }) => !goneAt);
  const found = unaccounted.map((name) => `${name} appeared before its ledger row`);
  if (environment.wanted === 'absent')
    return [...found, ...(await complaintsOfRemoved(bed, environment, rows))];
  const desired = await resolve(bed, environment);
  const isRunning = environment.wanted === 'running';
  const { names, bridges, egress } = presentThings(bed, environment);
  const wanted = desired.instances.map(({ name }) => name);
  const isOpen = host.egress.has(desired.uplinkAddress);
  if (isOpen !== (isRunning && desired.egress)) found.push('egress differs');
  compare('instances', names, wanted, found);
  const wantedBridges = desired.networks.map(({ bridge }) => bridge);
  compare('bridges', bridges, wantedBridges, found);
  const ledger = rows.map(({ name }) => name);
  compare('ledger', ledger, [...wanted, ...wantedBridges, ...egress], found);
  found.push(...rows.filter(({ seenAt }) => !seenAt).map(({ name }) => `${name} is not seen`));
  for (const instance of desired.instances)
    found.push(...ofInstance(bed, instance, isRunning && !instance.stopped));
  if (isRunning) found.push(...ofClusters(bed, desired));
  return found;
}

async function complaintsOfRemoved(
  bed: TestBed,
  environment: Environment,
  openRows: readonly LedgerRow[],
): Promise<string[]> {
  const { names, bridges, egress } = presentThings(bed, environment);
  const found = [...names, ...bridges, ...egress].map((name) => `${name} is left`);
  found.push(...openRows.map(({ name }) => `${name} is in the ledger still`));
  if (!environment.removedAt) found.push('the environment is not removed');
  if (environment.status.state !== 'gone')
    found.push(`it is told to be ${environment.status.state}`);
  const assignments = await bed.store.listAssignments();
  if (assignments.some(({ id }) => id === environment.assignmentId))
    found.push('assignment is left');
  const receipt = new Set((await bed.store.listLedger(environment.id)).map(({ name }) => name));
  for (const name of bed.everMade)
    if (name.startsWith(`${environment.key}-`) && !receipt.has(name))
      found.push(`${name} is not in the receipt`);
  return found;
}

function presentThings(
  { incus, host }: TestBed,
  { key, uplinkIndex }: Environment,
): { names: string[]; bridges: string[]; egress: string[] } {
  const address = nthAddress('10.99.0.0/16', uplinkIndex);
  return {
    names: [...incus.world.instances.keys()].filter((name) => name.startsWith(`${key}-`)),
    bridges: [...host.bridges].filter((name) => name.startsWith(bridgePrefix(key))),
    egress: [...host.egress].filter((name) => name === address),
  };
}

async function resolve({ store }: TestBed, environment: Environment): Promise<DesiredEnvironment> {
  const options = { file: 'lab.yaml', catalogue: catalogueImages };
  const parsed = parseBlueprint(environment.blueprint, options);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const identity = {
    key: environment.key,
    wanted: environment.wanted,
    installationId: await store.getInstallationId(),
    assignment: environment.assignmentName,
    environment: environment.name,
    uplinkIndex: environment.uplinkIndex,
    wishes: environment.wishes,
  };
  return resolveEnvironment(identity, parsed.blueprint, {
    uplinkBridge: 'lcup',
    uplinkSubnet: '10.99.0.0/16',
    nameServers: ['192.0.2.53'],
    storagePool: 'labcast',
    kubernetesDirectory: '/nowhere',
    diskPrefix: '/nowhere/',
  });
}

function ofInstance({ incus, insides }: TestBed, wanted: DesiredInstance, isRunning: boolean) {
  const { name, config, devices, provision } = wanted;
  const found = incus.world.instances.get(name);
  if (!found) return [];
  const { instance, files } = found;
  if (!isRunning) return instance.status === 'Stopped' ? [] : [`${name} is ${instance.status}`];
  const complaints = instance.status === 'Running' ? [] : [`${name} is ${instance.status}`];
  for (const [key, value] of Object.entries(config))
    if ((instance.config[key] ?? '') !== value) complaints.push(`${name} has another ${key}`);
  if (JSON.stringify(sorted(instance.devices)) !== JSON.stringify(sorted(devices)))
    complaints.push(`${name} has other devices`);
  const inside = insides.of(name);
  for (const [key, value] of Object.entries(inside.environment))
    if (config[key] !== value) complaints.push(`${name} works with another ${key}`);
  if (!provision) return complaints;
  if (instance.config[labels.provisioned] === undefined) complaints.push(`${name} lacks its label`);
  for (const command of provision.commands)
    if (!inside.commands.includes(command)) complaints.push(`${name} did not run ${command}`);
  for (const { path, content } of provision.files)
    if (files.get(path)?.content.toString() !== content) complaints.push(`${name} lacks ${path}`);
  return complaints;
}

function ofClusters({ incus, insides }: TestBed, desired: DesiredEnvironment): string[] {
  return desired.clusters.flatMap(({ element, controlPlane, workers }) => {
    if (!incus.world.instances.has(controlPlane)) return [];
    const { authority, apps } = insides.of(controlPlane);
    const found = workers
      .filter(({ instance }) => incus.world.instances.has(instance))
      .filter(({ instance }) => insides.of(instance).trusts !== authority)
      .map(({ nodeName }) => `${nodeName} is not in the cluster`);
    const wanted = desired.apps.filter(({ cluster }) => cluster === element);
    compare(
      'apps',
      [...apps.keys()],
      wanted.map((app) => app.element),
      found,
    );
    for (const app of wanted) {
      const seen = apps.get(app.element);
      if (seen?.hash !== app.hash || !seen.available) found.push(`${app.element} is not as wanted`);
    }
    return found;
  });
}

function compare(what: string, found: string[], wanted: string[], complaints: string[]): void {
  const [left, right] = [found, wanted].map((names) => names.toSorted().join(' '));
  if (left !== right) complaints.push(`${what}: ${left ?? ''} instead of ${right ?? ''}`);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}
