import {
  catalogueImages,
  consolesOf,
  describeExpected,
  findCatalogueImage,
  freezesAt,
  idleStopAt,
  parseBlueprint,
} from '@labcast/domain';
import type { Blueprint, Check } from '@labcast/domain';
import type { Assignment, CheckProgress, Environment, Store } from '@labcast/store';
import type { z } from 'zod';
import type { Identity } from '../access/identify.ts';
import { toEnvironmentView } from '../schemas/environment.ts';
import type { checkTry, labCheck, labSummary, LabView } from '../schemas/lab.ts';

type Reader = Pick<
  Store,
  'listCheckResults' | 'listHelpRequests' | 'listLabOwners' | 'listCourses'
>;

/** Undefined for a text that an older version took and this one does not: its lab has neither checks nor instructions. */
function readBlueprint({ blueprint: text }: Environment): Blueprint | undefined {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  return 'blueprint' in parsed ? parsed.blueprint : undefined;
}

/** One lab as the person has it who works in it. */
export async function describeLab(
  store: Reader,
  identity: Identity | undefined,
  { assignment, environment }: { assignment: Assignment; environment: Environment },
): Promise<LabView> {
  const { id } = environment;
  const blueprint = readBlueprint(environment);
  const [results, [help], people, courses] = await Promise.all([
    store.listCheckResults(id),
    store.listHelpRequests([id]),
    store.listLabOwners(id),
    store.listCourses(),
  ]);
  const course = courses.find((one) => one.id === assignment.courseId);
  return {
    id,
    title: assignment.title,
    ...(course && { course: { slug: course.slug, name: course.name } }),
    environment: toEnvironmentView(environment),
    isOwn: identity?.caller.owns.has(id) ?? false,
    people,
    instructions: blueprint?.instructions ?? '',
    checks: (blueprint?.checks ?? []).map((check) => describeCheck(check, results)),
    consoles: describeConsoles(environment, blueprint),
    ...(help && {
      help: { message: help.message, askedBy: help.askedBy, since: help.since.toISOString() },
    }),
    ...describeRules(environment),
  };
}

/** A check with its tries, newest first. */
export function describeCheck(
  check: Check,
  results: readonly z.output<typeof checkTry>[],
): z.output<typeof labCheck> {
  const { name, on, step } = check;
  return {
    name,
    on,
    ...(step !== undefined && { step }),
    expected: describeExpected(check),
    tries: results.filter((result) => result.name === name),
  };
}

/** What stands in a row of a person's labs. */
export function summarizeLab(
  environment: Environment,
  {
    assignment,
    course,
    progress,
  }: {
    assignment: Pick<Assignment, 'title'> | undefined;
    course: { slug: string; name: string } | undefined;
    progress: readonly CheckProgress[];
  },
): z.output<typeof labSummary> {
  const { id, name, status, wanted, createdAt } = environment;
  const checks = readBlueprint(environment)?.checks ?? [];
  const passed = checks.filter((check) =>
    progress.some((one) => one.environmentId === id && one.name === check.name && one.passed),
  );
  return {
    id,
    title: assignment?.title ?? environment.assignmentName,
    assignment: environment.assignmentName,
    environment: name,
    ...(course && { course: { slug: course.slug, name: course.name } }),
    state: status.state,
    wanted,
    isFrozen: environment.frozenAt !== undefined,
    ...deadlineOf(environment),
    checks: { passed: passed.length, total: checks.length },
    createdAt: createdAt.toISOString(),
  };
}

function deadlineOf(environment: Environment): { deadline?: string } {
  const at = freezesAt(environment);
  return at ? { deadline: at.toISOString() } : {};
}

/** What the clock does to a lab. */
function describeRules(environment: Environment) {
  const idle = environment.wanted === 'running' ? idleStopAt(environment, environment) : undefined;
  return {
    isFrozen: environment.frozenAt !== undefined,
    isExam: environment.exam !== undefined && environment.role === 'student',
    ...deadlineOf(environment),
    ...(idle && { idleStopAt: idle.toISOString() }),
  };
}

function describeConsoles(
  { status }: Environment,
  blueprint: Blueprint | undefined,
): LabView['consoles'] {
  return status.elements
    .filter(({ kind }) => kind !== 'gateway')
    .map(({ name, kind }) => {
      const element = blueprint?.elements[name];
      const image = element && 'image' in element ? findCatalogueImage(element.image) : undefined;
      return { element: name, kinds: [...consolesOf(element ?? { kind }, image)] };
    });
}
