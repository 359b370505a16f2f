import { isInExam, LabcastError, originsOf } from '@labcast/domain';
import type { Place, RolloutKind } from '@labcast/domain';
import type { Assignment, Environment, PersonId, ReleaseDisks, Rollout } from '@labcast/store';
import type { RouteDeps } from '../deps.ts';
import { parseLab } from '../labs.ts';
import { toChoices } from '../schemas/rollout.ts';
import type { RolloutRequest } from '../schemas/rollout.ts';
import { findPlaces } from './findPlaces.ts';
import { findRelease } from './findRelease.ts';
import { forecastOf } from './forecast.ts';
import type { Subject } from './forecast.ts';
import { studentsOf } from './readClass.ts';

/** Whom a request is about, and with which release. */
export interface Meant {
  readonly kind: RolloutKind;
  readonly release: ReleaseDisks;
  /** Not there yet. */
  readonly places: readonly Place<PersonId>[];
  readonly environments: readonly Environment[];
}

/** Throws what is wrong with the request, before anything is made. */
export async function readRequest(
  { store }: Pick<RouteDeps, 'store'>,
  assignment: Assignment,
  request: RolloutRequest,
): Promise<Meant> {
  if (assignment.removedAt) {
    throw new LabcastError('assignment-not-found', `${assignment.title} was deleted.`);
  }
  const kind = request.kind ?? (request.environments ? 'update' : 'deploy');
  const there = studentsOf(await store.listLabs(), assignment.id);
  const release = await findRelease(store, assignment, request.release, kind === 'roll-back');
  if (kind !== 'deploy') {
    return { kind, release, places: [], environments: chooseExisting(there, request) };
  }
  if (request.environments) return { kind, release, ...fromNames(there, request.environments) };
  const wanted = await findPlaces(store, assignment, request);
  const names = new Set(wanted.map(({ name }) => name));
  const taken = new Set(there.map(({ name }) => name));
  return {
    kind,
    release,
    places: wanted.filter(({ name }) => !taken.has(name)),
    environments: there.filter(({ name }) => names.has(name)),
  };
}

function fromNames(there: readonly Environment[], names: readonly string[]) {
  const taken = new Map(there.map((one) => [one.name, one] as const));
  return {
    places: names.filter((name) => !taken.has(name)).map((name) => ({ name, owners: [] })),
    environments: names.flatMap((name) => taken.get(name) ?? []),
  };
}

/** All students', or those that are named, or those of a section. */
function chooseExisting(
  there: readonly Environment[],
  { environments: names, section }: RolloutRequest,
): Environment[] {
  const missing = names?.find((name) => !there.some((one) => one.name === name));
  if (missing !== undefined) {
    throw new LabcastError('environment-not-found', `No student has the environment ${missing}.`);
  }
  const chosen = there
    .filter(({ name }) => names?.includes(name) ?? true)
    .filter((one) => section === undefined || one.section === section)
    .filter(({ wanted }) => wanted !== 'absent');
  if (chosen.length > 0) return chosen;
  throw new LabcastError('request-invalid', 'There is no lab of a student that this is about.', {
    remedy: 'Deploy first.',
  });
}

/** Stores the rollout with the environments that it makes; the engine does the rest. Throws `capacity-exceeded`. */
export async function requestRollout(
  deps: Pick<RouteDeps, 'store' | 'settings'>,
  assignment: Assignment,
  asked: { readonly request: RolloutRequest; readonly by: string },
): Promise<Rollout> {
  const { store } = deps;
  const { request, by } = asked;
  const meant = await readRequest(deps, assignment, request);
  const { kind, release, places, environments } = meant;
  const { exam } = await store.getClassPolicy(assignment.id);
  const sealed = isInExam({ extraMinutes: 0, ...(exam && { exam }) }, new Date());
  const { blueprint } = release;
  const origins = originsOf(parseLab(blueprint), release.key);
  const startsAt = request.when.includes('T') ? new Date(request.when) : undefined;
  return store.createRollout(
    {
      assignmentId: assignment.id,
      kind,
      releaseNumber: release.number,
      // What each student takes when it suits has no first one.
      canary: request.canary && !(kind === 'update' && request.when === 'at-first-open'),
      atFirstOpen: request.when === 'at-first-open',
      ...(startsAt && { startsAt }),
      choices: toChoices(request.choices),
      ...(request.script !== undefined && { script: request.script }),
      requestedBy: by,
      places: places.map(({ name, owners, section, team }) => ({
        role: 'student',
        name,
        // They wait for their turn in the rollout.
        wanted: 'stopped',
        blueprint,
        origins,
        owners,
        releaseNumber: release.number,
        ...(section !== undefined && { section }),
        ...(team !== undefined && { team }),
        sealed,
      })),
      environments,
    },
    await admitRelease(deps, {
      assignment,
      release,
      copies: places.length,
      ...(kind === 'update' && { changed: environments }),
    }),
  );
}

/** What a scheduled rollout needs is promised to it from now on, because its environments are there already. */
async function admitRelease(
  { store, settings }: Pick<RouteDeps, 'store' | 'settings'>,
  of: Subject,
): Promise<(others: readonly Environment[]) => void> {
  const seen = await store.findHostObservation();
  if (!seen) {
    throw new LabcastError('host-unavailable', 'Nobody has looked at the lab host yet.', {
      repeatable: true,
      remedy: 'Try again in a few seconds. If it stays so, run "labcast doctor".',
    });
  }
  const { observation: host } = seen;
  return (environments) => {
    const { fits, problems, waysOut } = forecastOf({
      ...of,
      host,
      environments,
      settings,
    });
    if (fits) return;
    throw new LabcastError('capacity-exceeded', problems.map(({ message }) => message).join(' '), {
      problems,
      remedy: waysOut.map(({ message }) => message).join(' Or: '),
    });
  };
}
