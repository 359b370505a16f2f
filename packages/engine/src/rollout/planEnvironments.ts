import { instanceName, isNoise, planTarget } from '@labcast/domain';
import type { Blueprint, EnvironmentKey, RolloutChoices } from '@labcast/domain';
import type { Environment, PlannedTarget } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { lxcName } from '../lxcName.ts';
import { parseLab } from './parseRelease.ts';
import type { ParsedRelease } from './parseRelease.ts';

type Deps = Pick<ReconcileDeps, 'incus' | 'host'>;

/**
 * What an update would make of each environment, by the disks. Into virtual machines and the nodes of clusters nobody can
 * look from outside without stopping them: what of them ever ran counts as touched.
 */
export async function planEnvironments(
  environments: readonly Environment[],
  release: ParsedRelease,
  choices: RolloutChoices,
  deps: Deps,
): Promise<PlannedTarget[]> {
  const there = new Set((await deps.incus.listInstances()).map(({ name }) => name));
  const changed = rememberChanges(release, deps, there);
  const planned: PlannedTarget[] = [];
  for (const environment of environments) {
    const before = parseLab(environment.blueprint);
    const names = comparedElements(before, release.blueprint);
    const everRan = [...there].some((name) => name.startsWith(`${environment.key}-`));
    const changedDisks = new Set<string>();
    const touchedFiles = new Map<string, number | undefined>();
    for (const name of names) {
      const origin = environment.origins[name]?.key;
      if (origin === undefined || (await changed(name, origin))) changedDisks.add(name);
      if (!everRan || origin === undefined) continue;
      const isContainer = before.elements[name]?.kind === 'container';
      const files = isContainer
        ? await countDifferences(name, { before: origin, after: environment.key }, deps, there)
        : undefined;
      touchedFiles.set(name, files);
    }
    const plan = planTarget(
      {
        name: environment.name,
        everRan,
        before,
        after: release.blueprint,
        changedDisks,
        touchedFiles,
      },
      choices,
    );
    planned.push({ environmentId: environment.id, ...plan });
  }
  return planned;
}

/** Apps are on their cluster's disks; what is in one of the two alone is made or removed. */
function comparedElements(before: Blueprint, after: Blueprint): string[] {
  return Object.entries(after.elements)
    .filter(([name, { kind }]) => kind !== 'app' && before.elements[name]?.kind === kind)
    .map(([name]) => name);
}

/** Whether an element's disk is another one in the release than in the one that an environment came from. */
function rememberChanges(
  release: { readonly key: EnvironmentKey },
  deps: Deps,
  there: ReadonlySet<string>,
): (element: string, origin: EnvironmentKey) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (element, origin) => {
    if (origin === release.key) return Promise.resolve(false);
    const id = `${origin} ${element}`;
    const compared =
      known.get(id) ??
      countDifferences(element, { before: origin, after: release.key }, deps, there).then(
        (count) => count === undefined || count > 0,
      );
    known.set(id, compared);
    return compared;
  };
}

/** Undefined when one of the two is not there, so that nobody can tell. */
async function countDifferences(
  element: string,
  keys: { readonly before: EnvironmentKey; readonly after: EnvironmentKey },
  { incus, host }: Deps,
  there: ReadonlySet<string>,
): Promise<number | undefined> {
  const before = instanceName(keys.before, element);
  const after = instanceName(keys.after, element);
  if (!there.has(before) || !there.has(after)) return undefined;
  const { files } = await host.compareDisks({
    before: lxcName(before, incus),
    after: lxcName(after, incus),
  });
  return files.filter(({ path }) => !isNoise(path)).length;
}
