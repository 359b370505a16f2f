import { setTimeout as sleep } from 'node:timers/promises';
import { catalogueImages, isEqual, LabcastError, parseBlueprint } from '@labcast/domain';
import type { Blueprint, Change, DiskComparison, EnvironmentKey } from '@labcast/domain';
import type { Assignment, Store } from '@labcast/store';
import type { z } from 'zod';
import { findLiveEnvironment } from '../findEnvironment.ts';
import type { comparison } from '../schemas/checkpoint.ts';
import { changesBetween } from './describeReleases.ts';
import { findKeptCheckpoint, findRelease } from './findCheckpoint.ts';

type ComparisonView = z.output<typeof comparison>;
type ElementView = ComparisonView['elements'][number];

/** A lab with disks that can be looked at. */
interface Side {
  readonly key: EnvironmentKey;
  readonly blueprint: string;
}

const waitMs = 60_000;
const lookEveryMs = 100;
const mostFolders = 8;

/** What is other in `to` than it was in `from`: in the lab.yaml, and by file on each disk. */
export async function compare(
  store: Store,
  assignment: Assignment,
  { from, to }: { from: string; to: string },
): Promise<ComparisonView> {
  const [before, after] = await Promise.all([
    findSide(store, assignment, from),
    findSide(store, assignment, to),
  ]);
  const [was, is] = [machinesIn(before), machinesIn(after)];
  const both = [...is.keys()].filter((name) => was.has(name));
  const disks = before.key === after.key ? {} : await compareDisks(store, before, after, both);
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return {
    from,
    to,
    changes: changesBetween(before.blueprint, after.blueprint) satisfies Change[],
    elements: names.map((name) =>
      describe(name, { was, is, disk: disks.result?.find((one) => one.name === name) }),
    ),
    ...(disks.error !== undefined && { filesError: disks.error }),
  };
}

/** `c3`, `r2`, or the name of an environment. */
async function findSide(store: Store, assignment: Assignment, name: string): Promise<Side> {
  const [, kind, digits] = /^([cr])([1-9]\d{0,6})$/.exec(name) ?? [];
  if (kind === 'c') return findKeptCheckpoint(store, assignment, Number(digits));
  if (kind === 'r') return findRelease(store, assignment, Number(digits));
  return findLiveEnvironment(store, assignment, name);
}

type Machines = ReadonlyMap<string, Blueprint['elements'][string]>;

function machinesIn({ blueprint: text }: Side): Machines {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if (!('blueprint' in parsed)) return new Map();
  return new Map(
    Object.entries(parsed.blueprint.elements).filter(([, { kind }]) => kind !== 'app'),
  );
}

/** The engine alone reaches the disks: it is asked by a row, and answers in it. */
async function compareDisks(
  store: Store,
  { key: beforeKey }: Side,
  { key: afterKey }: Side,
  elements: readonly string[],
): Promise<{ result?: readonly DiskComparison[]; error?: string }> {
  if (elements.length === 0) return {};
  const { id } = await store.requestComparison({ beforeKey, afterKey, elements });
  const giveUp = Date.now() + waitMs;
  for (;;) {
    const now = await store.getComparison(id);
    if (now.finishedAt) return now;
    if (Date.now() > giveUp)
      throw new LabcastError('host-unavailable', 'The disks could not be compared in a minute.', {
        repeatable: true,
        remedy: 'Try again. If it stays so, run "labcast doctor".',
      });
    await sleep(lookEveryMs);
  }
}

function describe(
  name: string,
  { was, is, disk }: { was: Machines; is: Machines; disk: DiskComparison | undefined },
): ElementView {
  const files = disk?.files ?? [];
  return {
    name,
    state: stateOf(was.get(name), is.get(name), disk),
    files: files.map((file) => ({ ...file })),
    total: disk?.total ?? 0,
    folders: foldersOf(files.map(({ path }) => path)),
  };
}

function stateOf(
  before: unknown,
  after: unknown,
  disk: DiskComparison | undefined,
): ElementView['state'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return (disk?.total ?? 0) > 0 || !isEqual(before, after) ? 'changed' : 'same';
}

/** `/var/lib`, with how many of the files are below it; the fullest first. */
function foldersOf(paths: readonly string[]): ElementView['folders'] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = `/${path.split('/').filter(Boolean).slice(0, 2).join('/')}`;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .map(([path, count]) => ({ path, count }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostFolders);
}
