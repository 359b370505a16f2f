import {
  catalogueImages,
  consolesOf,
  describeExpected,
  findCatalogueImage,
  freezesAt,
  idleStopAt,
  opensAt,
  parseBlueprint,
  wasNeverWanted,
} from '@labcast/domain';
import type { Blueprint, Check } from '@labcast/domain';
import type { Assignment, CheckProgress, Environment, Store } from '@labcast/store';
import type { z } from 'zod';
import type { Identity } from '../access/identify.ts';
import { findUpdateOffer } from '../class/updateOffers.ts';
import { hasExam, toEnvironmentView } from '../schemas/environment.ts';
import { toMessageView } from '../schemas/lab.ts';
import { isHiddenYet } from './isHiddenYet.ts';
import type { checkTry, labCheck, labSummary, LabView } from '../schemas/lab.ts';

type Reader = Pick<
  Store,
  | 'listCheckResults'
  | 'listHelpRequests'
  | 'listLabOwners'
  | 'listCourses'
  | 'listMessages'
  | 'listRollouts'
  | 'listTargets'
  | 'listReleases'
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
  const shown = isHiddenYet(environment, identity) ? undefined : blueprint;
  const [results, [help], people, courses, messages] = await Promise.all([
    store.listCheckResults(id),
    store.listHelpRequests([id]),
    store.listLabOwners(id),
    store.listCourses(),
    store.listMessages(id),
  ]);
  const course = courses.find((one) => one.id === assignment.courseId);
  return {
    id,
    title: assignment.title,
    ...(course && { course: { slug: course.slug, name: course.name } }),
    environment: toEnvironmentView(environment),
    isOwn: identity?.caller.owns.has(id) ?? false,
    people,
    instructions: shown?.instructions ?? '',
    checks: (shown?.checks ?? []).map((check) => describeCheck(check, results)),
    consoles: describeConsoles(environment, blueprint),
    ...(help && {
      help: { message: help.message, askedBy: help.askedBy, since: help.since.toISOString() },
    }),
    messages: messages.map(toMessageView),
    ...(await describeUpdate(store, environment)),
    ...describeRules(environment),
  };
}

async function describeUpdate(
  store: Reader,
  environment: Environment,
): Promise<Pick<LabView, 'update'>> {
  const offer = await findUpdateOffer(store, environment);
  if (!offer) return {};
  const { releaseNumber: release } = offer.rollout;
  const releases = await store.listReleases(environment.assignmentId);
  const note = releases.find(({ number }) => number === release)?.note ?? '';
  const elements = offer.target.elements.map((one) => ({ ...one }));
  return { update: { release, note, elements } };
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
    isNew: wasNeverWanted(environment),
    isFrozen: environment.frozenAt !== undefined,
    ...momentsOf(environment),
    checks: { passed: passed.length, total: checks.length },
    createdAt: createdAt.toISOString(),
  };
}

function momentsOf(environment: Environment): { opensAt?: string; deadline?: string } {
  const start = environment.role === 'student' ? opensAt(environment, new Date()) : undefined;
  const end = freezesAt(environment);
  return {
    ...(start && { opensAt: start.toISOString() }),
    ...(end && { deadline: end.toISOString() }),
  };
}

/** What the clock does to a lab. */
function describeRules(environment: Environment) {
  const { wanted, frozenAt } = environment;
  const idle = wanted === 'running' ? idleStopAt(environment, environment) : undefined;
  const isExam = hasExam(environment);
  return {
    isNew: wasNeverWanted(environment),
    isFrozen: frozenAt !== undefined,
    isExam,
    ...(isExam && environment.exam && { exam: examOf(environment) }),
    ...momentsOf(environment),
    ...(idle && { idleStopAt: idle.toISOString() }),
  };
}

/** With this lab's extra minutes. */
function examOf({ exam, extraMinutes }: Environment): { startsAt?: string; endsAt?: string } {
  const { startsAt, endsAt } = exam ?? {};
  const end = freezesAt({ exam: { ...(endsAt !== undefined && { endsAt }) }, extraMinutes });
  return {
    ...(startsAt !== undefined && { startsAt: new Date(startsAt).toISOString() }),
    ...(end && { endsAt: end.toISOString() }),
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
