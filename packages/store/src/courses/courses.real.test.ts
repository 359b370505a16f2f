import { initialStatus } from '@labcast/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../testing/openTestStore.ts';
import type { TestStore } from '../testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

const blank = { parameters: {}, blueprint: 'version: 1' };
const admitAll = () => undefined;
const gone = { ...initialStatus, state: 'gone' } as const;

test('a course is found by its new slug and by every older one', async () => {
  const { store } = world;
  const course = await store.createCourse('Networks 2');
  const renamed = await store.changeCourse(course.id, { name: 'Réseaux' });
  expect(renamed.slug).toBe(course.slug.replace('networks-2', 'reseaux'));
  for (const slug of [course.slug, renamed.slug]) {
    expect(await store.findCourse(slug)).toEqual(renamed);
  }
  expect(await store.findCourse('networks-2')).toBeUndefined();
});

test('archiving is undone by bringing it back, and keeps its first moment', async () => {
  const { store } = world;
  const { id } = await store.createCourse('Old');
  const { archivedAt } = await store.changeCourse(id, { archived: true });
  expect((await store.changeCourse(id, { archived: true })).archivedAt).toEqual(archivedAt);
  await expect(
    store.createCourseAssignment({ ...blank, courseId: id, title: 'New' }),
  ).rejects.toMatchObject({ code: 'course-archived' });
  expect((await store.changeCourse(id, { archived: false })).archivedAt).toBeUndefined();
});

test('a blank assignment gets its dev environment by the first use, and only once', async () => {
  const { store } = world;
  const course = await store.createCourse('Blank');
  const made = await store.createCourseAssignment({
    ...blank,
    courseId: course.id,
    title: 'Firewall basics',
  });
  expect(made).toMatchObject({ title: 'Firewall basics', draft: blank.blueprint, name: made.slug });
  expect(await store.findEnvironment(made.name, 'dev')).toBeUndefined();
  const first = await Promise.allSettled([
    store.createDevEnvironment(made.id, 'version: 1 # a', admitAll),
    store.createDevEnvironment(made.id, 'version: 1 # b', admitAll),
  ]);
  expect(first.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await store.findEnvironment(made.name, 'dev')).toMatchObject({ courseId: course.id });
  expect((await store.findAssignment(made.slug))?.draft).toBeUndefined();
});

test('a renamed assignment keeps its name for programs and is found by any slug', async () => {
  const { store } = world;
  const { id } = await store.createCourse('Renaming');
  const made = await store.createCourseAssignment({ ...blank, courseId: id, title: 'Before' });
  const renamed = await store.renameAssignment(made.id, 'After');
  expect(renamed).toMatchObject({ name: made.name, title: 'After' });
  expect(renamed.slug).not.toBe(made.slug);
  for (const reference of [made.slug, renamed.slug, made.name]) {
    expect(await store.findAssignment(reference)).toEqual(renamed);
  }
});

test('one made without a course is found by its name, the present one before an older', async () => {
  const { store } = world;
  const first = await world.createEnvironment('outside');
  await store.markRemoved(first.id, gone);
  expect(await store.findAssignment('outside')).toMatchObject({ id: first.assignmentId });
  const second = await world.createEnvironment('outside');
  const found = await store.findAssignment('outside');
  expect(found).toMatchObject({ id: second.assignmentId, title: 'outside', slug: 'outside' });
  expect(found?.courseId).toBeUndefined();
});

test('an empty assignment is ended at once, one with an environment by that', async () => {
  const { store } = world;
  const { id: courseId } = await store.createCourse('Ending');
  const empty = await store.createCourseAssignment({ ...blank, courseId, title: 'Empty' });
  const full = await store.createCourseAssignment({ ...blank, courseId, title: 'Full' }, admitAll);
  await store.beginRemoval(empty.id);
  await store.beginRemoval(full.id);
  const ended = (await store.listAssignmentsEver(courseId)).map(({ removedAt }) => !!removedAt);
  expect(ended).toEqual([true, false]);
  await expect(store.createDevEnvironment(empty.id, 'x', admitAll)).rejects.toMatchObject({
    code: 'assignment-not-found',
  });
});

test('in an assignment that is being deleted nothing is made any more, whoever was quicker', async () => {
  const { store } = world;
  const dev = await world.createEnvironment('going');
  const { assignmentId } = dev;
  const prod = {
    assignmentId,
    role: 'prod',
    name: 'prod',
    wanted: 'running',
    blueprint: 'x',
  } as const;
  const [making] = await Promise.allSettled([
    store.createEnvironments([prod]),
    store.beginRemoval(assignmentId),
  ]);
  // Made before, or refused: never made after it was looked for.
  const ever = (await store.listEnvironmentsEver('going')).map(({ name }) => name);
  expect(ever.includes('prod')).toBe(making.status === 'fulfilled');
  const refused = { code: 'assignment-not-found' };
  await expect(
    store.createEnvironments([{ ...prod, role: 'rehearsal', name: 'late' }]),
  ).rejects.toMatchObject(refused);
  await expect(
    store.createCheckpoint({ sourceId: dev.id, reason: 'asked', createdBy: 'Ada' }),
  ).rejects.toMatchObject(refused);
});

test('in a removed course nothing is made any more', async () => {
  const { store } = world;
  const course = await store.createCourse('Removed');
  const made = await store.createCourseAssignment({ ...blank, courseId: course.id, title: 'Was' });
  await store.removeCourse(course.id);
  await store.removeCourse(course.id);
  const refused = { code: 'course-not-found' };
  await expect(store.createDevEnvironment(made.id, 'x', admitAll)).rejects.toMatchObject(refused);
  await expect(
    store.createCourseAssignment({ ...blank, courseId: course.id, title: 'More' }),
  ).rejects.toMatchObject(refused);
  expect((await store.listCourses()).map(({ id }) => id)).not.toContain(course.id);
  expect((await store.findCourse(course.slug))?.removedAt).toBeInstanceOf(Date);
});

test('a deletion that was broken off is known, until nothing is wanted any more', async () => {
  const { store } = world;
  const course = await store.createCourse('Half');
  const make = (title: string) =>
    store.createCourseAssignment({ ...blank, courseId: course.id, title }, admitAll);
  const { id } = await make('Of a course');
  const other = await world.createEnvironment('half-alone');
  const listed = async () =>
    (await store.listHalfRemoved()).map((one) => one.id).filter((one) => mine.has(one));
  const mine = new Set([id, other.assignmentId]);
  expect(await listed()).toEqual([]);
  await store.removeCourse(course.id);
  await store.beginRemoval(other.assignmentId);
  expect(new Set(await listed())).toEqual(mine);
  await store.beginRemoval(id);
  expect(new Set(await listed())).toEqual(mine);
  for (const environment of await store.listEnvironments())
    if (mine.has(environment.assignmentId))
      await store.changeWanted(environment.id, { wanted: 'absent' });
  expect(await listed()).toEqual([]);
});

test('a change that was made for an older generation is refused', async () => {
  const { store } = world;
  const { id } = await world.createEnvironment();
  await store.changeWanted(id, { blueprint: 'version: 1 # a' }, undefined, 1);
  await expect(
    store.changeWanted(id, { blueprint: 'version: 1 # b' }, undefined, 1),
  ).rejects.toMatchObject({ code: 'blueprint-changed' });
  expect(await store.getEnvironment(id)).toMatchObject({ blueprint: 'version: 1 # a' });
});

test('who is in a course is told with the role, which can be changed', async () => {
  const { store } = world;
  const person = await store.createPerson({
    login: 'member',
    name: 'Member',
    passwordHash: '$argon2id$v=19$fake',
    isAdministrator: false,
  });
  const { id } = await store.createCourse('Members', person.id);
  expect(await store.listMembers(id)).toMatchObject([{ role: 'instructor' }]);
  await store.setMember(id, person.id, 'student');
  expect(await store.listMembers(id)).toMatchObject([{ role: 'student', person }]);
  expect((await store.listCourses()).find((course) => course.id === id)?.people).toBe(1);
  await store.removeMember(id, person.id);
  await store.removeMember(id, person.id);
  expect(await store.listMembers(id)).toEqual([]);
});
