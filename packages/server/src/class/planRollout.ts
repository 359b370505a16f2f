import { setTimeout as sleep } from 'node:timers/promises';
import { LabcastError, touchesLab } from '@labcast/domain';
import type { Outcome } from '@labcast/domain';
import type { Assignment, Environment, PlannedTarget } from '@labcast/store';
import type { RouteDeps } from '../deps.ts';
import { toChoices } from '../schemas/rollout.ts';
import type { RolloutPlanView, RolloutRequest } from '../schemas/rollout.ts';
import { forecastRelease } from './forecast.ts';
import { readRequest } from './requestRollout.ts';
import type { Meant } from './requestRollout.ts';

const lookEveryMs = 100;
/** The disks of a large class are many files. */
const patienceMs = 120_000;

/** What a rollout would do to whom, changing nothing. */
export async function planRollout(
  deps: Pick<RouteDeps, 'store' | 'settings'>,
  assignment: Assignment,
  request: RolloutRequest,
): Promise<RolloutPlanView> {
  const meant = await readRequest(deps, assignment, request);
  const { kind, release, places, environments } = meant;
  const planned =
    kind === 'update' ? await askEngine(deps, assignment, { meant, request }) : undefined;
  const change = planned && whatChanges(planned, environments);
  const forecast = await forecastRelease(
    { assignment, release, copies: places.length, ...change },
    deps,
  );
  const existing = environments.map(({ id, name }) => {
    const found = planned?.find(({ environmentId }) => environmentId === id);
    const outcome = found?.outcome ?? (kind === 'roll-back' ? 'replace-kept' : 'keep');
    return { environment: name, outcome, elements: [...(found?.elements ?? [])] };
  });
  return {
    release: release.number,
    kind,
    ...(forecast && { forecast }),
    fits: forecast?.fits ?? false,
    waysOut: forecast?.waysOut ?? [],
    targets: [
      ...places.map(({ name }) => ({ environment: name, outcome: 'new' as const, elements: [] })),
      ...existing,
    ],
  };
}

function whatChanges(planned: readonly PlannedTarget[], environments: readonly Environment[]) {
  const isTouched = ({ outcome }: { outcome: Outcome }) => touchesLab(outcome);
  const touched = new Set(planned.filter(isTouched).map(({ environmentId }) => environmentId));
  const elements = planned.flatMap((target) => target.elements).filter(isTouched);
  return {
    changed: environments.filter(({ id }) => touched.has(id)),
    remade: new Set(elements.map(({ name }) => name)),
  };
}

/** The engine alone can look at disks. */
async function askEngine(
  { store }: Pick<RouteDeps, 'store'>,
  { id }: Assignment,
  { meant, request }: { meant: Meant; request: RolloutRequest },
): Promise<readonly PlannedTarget[]> {
  const asked = await store.requestRolloutPlan(id, {
    releaseNumber: meant.release.number,
    environmentIds: meant.environments.map((environment) => environment.id),
    choices: toChoices(request.choices),
  });
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const { finishedAt, targets, error } = await store.getRolloutPlan(asked.id);
    if (error !== undefined) throw new LabcastError('step-failed', error, { repeatable: true });
    if (finishedAt) return targets ?? [];
    await sleep(lookEveryMs);
  }
  throw new LabcastError('step-failed', 'The disks could not be compared in two minutes.', {
    remedy: 'Try again when the lab host has less to do, or for fewer students.',
    repeatable: true,
  });
}
