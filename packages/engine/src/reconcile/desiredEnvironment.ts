import { realpath } from 'node:fs/promises';
import type { DesiredEnvironment, EnvironmentIdentity } from '@labcast/domain';
import {
  LabcastError,
  catalogueImages,
  nthAddress,
  onlyDisks,
  parseBlueprint,
  resolveEnvironment,
} from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { lxcName } from '../lxcName.ts';

/** Reads what is wanted. For a removal the blueprint does not matter, so a broken one cannot stand in its way. */
export async function desiredEnvironment(
  environment: Environment,
  deps: ReconcileDeps,
): Promise<DesiredEnvironment> {
  const facts = await deps.world.facts();
  if (environment.wanted === 'absent')
    return {
      key: environment.key,
      wanted: 'absent',
      uplinkAddress: nthAddress(facts.uplinkSubnet, environment.uplinkIndex),
      egress: false,
      networks: [],
      instances: [],
      clusters: [],
      apps: [],
    };
  const parsed = parseBlueprint(environment.blueprint, {
    file: 'lab.yaml',
    catalogue: catalogueImages,
  });
  if ('problems' in parsed)
    throw new LabcastError('blueprint-invalid', 'The lab.yaml of this environment is not valid.', {
      problems: parsed.problems,
      remedy: 'Correct it and apply it again.',
    });
  const identity: EnvironmentIdentity = {
    key: environment.key,
    wanted: environment.wanted,
    installationId: await deps.store.getInstallationId(),
    assignment: environment.assignmentName,
    environment: environment.name,
    uplinkIndex: environment.uplinkIndex,
    wishes: environment.wishes,
    origins: environment.origins,
    sealed: environment.sealed,
    beforeDisks: environment.beforeDisks,
  };
  const desired = resolveEnvironment(identity, parsed.blueprint, {
    ...facts,
    storagePool: deps.settings.storagePool,
    kubernetesDirectory: await currentFolder(deps.settings.kubernetesDirectory),
    diskPrefix: diskPrefix(deps),
  });
  return environment.role === 'checkpoint' ? onlyDisks(desired) : desired;
}

function diskPrefix({ incus, settings }: Pick<ReconcileDeps, 'incus' | 'settings'>): string {
  const { incusDirectory = '/var/lib/incus', storagePool } = settings;
  return `${incusDirectory}/storage-pools/${storagePool}/containers/${lxcName('', incus)}`;
}

/** Follows the link to the present version, so that a cluster keeps its version when the link moves on. */
async function currentFolder(directory: string): Promise<string> {
  try {
    return await realpath(directory);
  } catch {
    return directory;
  }
}
