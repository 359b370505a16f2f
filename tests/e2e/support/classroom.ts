import { callApi } from './api.ts';
import { createAssignment, type Assignment } from './design.ts';
import { run } from './labcast.ts';
import { isReady, makeRelease } from './pipeline.ts';
import { eventually } from './views.ts';
import { incusExec } from './world.ts';

/** One environment of a class, with the name that its instances begin with. */
export interface Seat {
  /** `dev`, `prod`, or a student's number. */
  readonly name: string;
  readonly key: string;
}

export interface Rollout {
  readonly number: number;
  readonly state: string;
  readonly error?: string;
  readonly targets: {
    readonly environment: string;
    readonly state: string;
    readonly outcome?: string;
    readonly error?: string;
  }[];
}

/** The numbers of so many places, as a deploy gives them: `01`, `02`. */
export function seatNumbers(students: number): string[] {
  return Array.from({ length: students }, (_, index) => String(index + 1).padStart(2, '0'));
}

export async function findSeats({ slug }: Assignment, names: readonly string[]): Promise<Seat[]> {
  return Promise.all(
    names.map(async (name) => {
      const { key } = await callApi<{ key: string }>('GET', `/environments/${slug}/${name}`);
      return { name, key };
    }),
  );
}

export function startRollout(
  { slug }: Assignment,
  request: Readonly<Record<string, unknown>>,
): Promise<Rollout> {
  return callApi('POST', `/assignments/${slug}/rollouts`, request);
}

/** The rollout at its end, however it ended. */
export function untilRolledOut(
  { slug }: Assignment,
  { number }: Pick<Rollout, 'number'>,
  limitMs = 240_000,
): Promise<Rollout> {
  return eventually(
    `rollout ${String(number)} ends`,
    () => callApi<Rollout>('GET', `/assignments/${slug}/rollouts/${String(number)}`),
    ({ state }) => ['done', 'failed', 'cancelled'].includes(state),
    limitMs,
  );
}

/** The newest release for some; throws with the reason of the first who has none. */
export async function deployTo(
  assignment: Assignment,
  whom: { readonly students: number } | { readonly people: readonly string[] },
  limitMs?: number,
): Promise<Rollout> {
  const begun = await startRollout(assignment, whom);
  const rollout = await untilRolledOut(assignment, begun, limitMs);
  const missed = rollout.targets.find(({ state }) => state !== 'ready' && state !== 'kept');
  if (missed ?? rollout.state !== 'done')
    throw new Error(`The deploy is ${rollout.state}: ${JSON.stringify(missed ?? rollout.error)}`);
  return rollout;
}

/** Dev from a lab.yaml, ready. */
export async function openDev(blueprint: string): Promise<Assignment> {
  const assignment = await createAssignment(blueprint);
  await isReady(assignment, 'dev');
  return assignment;
}

/** Dev as it is now through the pipeline, and the release to so many students; `limitMs` for each of the two. */
export async function fillClass(
  assignment: Assignment,
  students: number,
  limitMs?: number,
): Promise<Seat[]> {
  await makeRelease(assignment, limitMs);
  await deployTo(assignment, { students }, limitMs);
  return findSeats(assignment, seatNumbers(students));
}

/** Output of a script in an instance, past Labcast; throws unless it ends with 0. */
export async function inside(instance: string, script: string): Promise<string> {
  const { exitCode, stdout, stderr } = await incusExec(instance, ['sh', '-ec', script]);
  if (exitCode !== 0) throw new Error(`${instance}: ${script}: ${stdout}${stderr}`);
  return stdout.trim();
}

/** What is in a file that is not empty. On a busy machine Incus may answer before the output has come. */
export function readInside(instance: string, path: string): Promise<string> {
  return eventually(
    `${instance} has ${path}`,
    () => inside(instance, `cat ${path}`),
    (text) => text !== '',
  );
}

/** Whatever it ends with. */
export function tryInside(instance: string, script: string): ReturnType<typeof run> {
  return incusExec(instance, ['sh', '-c', script]);
}
