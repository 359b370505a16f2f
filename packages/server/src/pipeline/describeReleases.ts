import { beginsWith, catalogueImages, diffBlueprints, parseBlueprint } from '@labcast/domain';
import type { Blueprint, Change } from '@labcast/domain';
import type { Assignment, Checkpoint, Environment, Release, Store } from '@labcast/store';
import type { ReleaseView } from '../schemas/release.ts';

/** Newest first, each with what is other than in the one before. */
export async function describeReleases(
  store: Pick<Store, 'listReleases' | 'listCheckpoints' | 'listLabs'>,
  { id }: Pick<Assignment, 'id'>,
): Promise<ReleaseView[]> {
  const [releases, checkpoints, labs] = await Promise.all([
    store.listReleases(id),
    store.listCheckpoints(id),
    store.listLabs(),
  ]);
  const students = labs.filter(
    ({ assignmentId, role }) => assignmentId === id && role === 'student',
  );
  return releases.map((release, index) => {
    const before = releases[index + 1];
    const checkpoint = checkpoints.find((one) => one.id === release.checkpointId);
    return toReleaseView(release, {
      ...(before && { before }),
      ...(checkpoint && { checkpoint }),
      students: students.filter(({ origins }) => beginsWith(origins, release.key)).length,
    });
  });
}

function toReleaseView(
  release: Release,
  rest: { before?: Release; checkpoint?: Checkpoint; students: number },
): ReleaseView {
  const { number, checkpointNumber, runNumber, createdBy, createdAt, note, blueprint } = release;
  const { before, checkpoint, students } = rest;
  return {
    number,
    checkpoint: checkpointNumber,
    run: runNumber,
    createdBy,
    createdAt: createdAt.toISOString(),
    note,
    ...(checkpoint && { sizeBytes: sizeOf(checkpoint) }),
    students,
    changes: before ? changesBetween(before.blueprint, blueprint) : [],
  };
}

function sizeOf({ usage }: Checkpoint): number {
  return usage.reduce((sum, { diskBytes }) => sum + diskBytes, 0);
}

/** Nothing can be said about a text that an older version took and this one does not. */
export function changesBetween(before: string, after: string): Change[] {
  const [was, becomes] = [read(before), read(after)];
  return was && becomes ? diffBlueprints(was, becomes) : [];
}

function read(text: string): Blueprint | undefined {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  return 'blueprint' in parsed ? parsed.blueprint : undefined;
}

/** The newest one whose disks an environment began with. */
export function releaseOf(
  { origins }: Pick<Environment, 'origins'>,
  newestFirst: readonly Release[],
): Release | undefined {
  return newestFirst.find(({ key }) => beginsWith(origins, key));
}
