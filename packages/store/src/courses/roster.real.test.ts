import { createHash, randomBytes } from 'node:crypto';
import { planImport } from '@labcast/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CourseId } from '../courseStore.ts';
import type { Person } from '../peopleStore.ts';
import { openTestStore } from '../testing/openTestStore.ts';
import type { TestStore } from '../testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const random = () => randomBytes(6).toString('hex');
const header = ['name', 'email', 'id', 'section', 'team'];
const day = 24 * 3600;

function importRows(course: CourseId, rows: readonly (readonly string[])[], remove: string[] = []) {
  const lines = [header, ...rows].map((cells, index) => ({ line: index + 1, cells }));
  return world.store.changeRoster(course, (present) => ({
    people: planImport(lines, present).people,
    remove: present.members.filter(({ login }) => remove.includes(login)).map(({ id }) => id),
  }));
}

async function inCourse(course: CourseId) {
  const members = await world.store.listMembers(course);
  return members.map(({ person, section, team, studentNumber }) =>
    [person.name, person.email, studentNumber, section, team].join(' '),
  );
}

const account = (more: Partial<Parameters<TestStore['store']['createPerson']>[0]> = {}) => ({
  login: `person-${random()}`,
  name: 'Grace',
  isAdministrator: false,
  ...more,
});

test('an import makes accounts, a second one changes them, and only who is named is taken out', async () => {
  const { id } = await world.store.createCourse('Networks');
  const mail = (name: string) => `${name}@${id}.example`;
  await importRows(id, [
    ['Ada', mail('ada'), '1', 'A', 'Red'],
    ['Bob', mail('bob'), '2', 'B', ''],
  ]);
  expect(await inCourse(id)).toEqual([`Ada ${mail('ada')} 1 A Red`, `Bob ${mail('bob')} 2 B `]);
  await importRows(id, [
    ['Ada L.', mail('ada'), '2', 'A', ''],
    ['Bob', mail('bob'), '1', 'B', ''],
    ['Eve', mail('eve'), '3', '', ''],
  ]);
  const [ada] = await world.store.listMembers(id);
  expect(ada).toMatchObject({ isOurs: true, person: { isInvited: true } });
  expect(await inCourse(id)).toEqual([
    `Ada L. ${mail('ada')} 2 A `,
    `Bob ${mail('bob')} 1 B `,
    `Eve ${mail('eve')} 3  `,
  ]);
  await importRows(id, [], [mail('bob')]);
  expect(await inCourse(id)).toHaveLength(2);
  expect(await world.store.findPerson(mail('bob'))).toBeDefined();
});

test('two imports at once make everybody once', async () => {
  const { id } = await world.store.createCourse('At once');
  const rows = Array.from({ length: 2_100 }, (_, index) => [
    `Student ${index}`,
    `s${index}@${id}.example`,
    String(index),
    'A',
    '',
  ]);
  await Promise.all([importRows(id, rows), importRows(id, rows.toReversed())]);
  expect(await world.store.listMembers(id)).toHaveLength(2_100);
});

test('a student number is one person’s in a course, and anybody’s in another', async () => {
  const { store } = world;
  const [one, other] = [await store.createCourse('One'), await store.createCourse('Other')];
  const people: Person[] = [];
  for (const course of [one, one, other]) {
    people.push(await store.createMember(course.id, account(), 'student', {}));
  }
  const set = (index: number, course: CourseId) =>
    store.setMember(course, people[index]!.id, 'student', { studentNumber: '7' });
  await set(0, one.id);
  await set(2, other.id);
  await expect(set(1, one.id)).rejects.toMatchObject({ code: 'name-taken' });
  await store.setMember(one.id, people[0]!.id, 'assistant');
  const first = (await store.listMembers(one.id)).find(({ role }) => role === 'assistant');
  expect(first?.studentNumber).toBe('7');
  await store.setMember(one.id, people[0]!.id, 'student', { studentNumber: null });
  await set(1, one.id);
});

test('whoever has no password cannot sign in until an invitation is used, once', async () => {
  const { store } = world;
  const { id } = await store.createCourse('Invited');
  const person = await store.createMember(id, account(), 'student', { section: 'A' });
  expect(await store.findPassword(person.login)).toBeUndefined();
  const [replaced, hash] = [sha256(random()), sha256(random())];
  await store.saveInvitations([{ personId: person.id, hash: replaced }], day);
  const until = await store.saveInvitations([{ personId: person.id, hash }], day);
  expect((await store.listMembers(id))[0]).toMatchObject({ invitedUntil: until, isOurs: true });
  const password = '$argon2id$v=19$fake';
  await expect(store.useInvitation(replaced, password)).rejects.toMatchObject({
    code: 'link-invalid',
  });
  expect(await store.getInvited(hash)).toMatchObject({ person, courses: [{ id }] });
  const uses = await Promise.allSettled([
    store.useInvitation(hash, password),
    store.useInvitation(hash, password),
  ]);
  expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await store.findPassword(person.login)).toMatchObject({ person: { isInvited: false } });
  expect((await store.listMembers(id))[0]).toMatchObject({ isOurs: false });
  await store.saveInvitations([{ personId: person.id, hash: sha256(random()) }], day);
  expect((await store.listMembers(id))[0]?.invitedUntil).toBeUndefined();
});

test('an invitation ends by time, when it is taken back, and when a password is set otherwise', async () => {
  const { store } = world;
  const { id } = await store.createCourse('Ends');
  const ends: ((person: Person) => Promise<unknown>)[] = [
    (person) => store.removeInvitation(person.id),
    (person) => store.changePerson(person.id, { passwordHash: '$argon2id$v=19$other' }),
    ({ id: of }) =>
      world.database.query('update invitation set expires_at = now() where person_id = $1', [of]),
  ];
  for (const end of ends) {
    const person = await store.createMember(id, account(), 'student', {});
    const hash = sha256(random());
    await store.saveInvitations([{ personId: person.id, hash }], day);
    await end(person);
    await expect(store.getInvited(hash)).rejects.toMatchObject({ code: 'link-invalid' });
    await expect(store.useInvitation(hash, '$argon2id$x')).rejects.toMatchObject({
      code: 'link-invalid',
    });
  }
});

async function newCode(course: CourseId, mostUses?: number) {
  const hash = sha256(random());
  const code = await world.store.createJoinCode(course, {
    hash,
    section: 'B',
    validSeconds: day,
    createdBy: 'Ada',
    ...(mostUses !== undefined && { mostUses }),
  });
  return { hash, code };
}

test('a code lets in as many as it may, also when they come at once', async () => {
  const { store } = world;
  const { id } = await store.createCourse('Joined');
  const { hash } = await newCode(id, 2);
  const join = () => store.useJoinCode(hash, { account: account() });
  const ends = await Promise.allSettled([join(), join(), join()]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  expect(await store.listMembers(id)).toMatchObject([
    { role: 'student', section: 'B' },
    { role: 'student', section: 'B' },
  ]);
  expect(await store.listJoinCodes(id)).toMatchObject([{ uses: 2, state: 'used-up' }]);
});

test('whoever is in the course already stays what they are, and uses nothing up', async () => {
  const { store } = world;
  const { id } = await store.createCourse('Again');
  const person = await store.createMember(id, account(), 'instructor', {});
  const { hash } = await newCode(id, 1);
  await store.useJoinCode(hash, { personId: person.id });
  expect(await store.listMembers(id)).toMatchObject([{ role: 'instructor' }]);
  expect(await store.listJoinCodes(id)).toMatchObject([{ uses: 0, state: 'open' }]);
});

test('a code that is over, revoked, of a course that is over, or never was lets nobody in', async () => {
  const { store, database } = world;
  const { id } = await store.createCourse('Closed');
  const refused = async (hash: string, code: string) => {
    const joining = store.useJoinCode(hash, { account: account() });
    await expect(joining).rejects.toMatchObject({ code });
  };
  const [revoked, expired, open] = [await newCode(id), await newCode(id), await newCode(id)];
  await store.revokeJoinCode(id, revoked.code.id);
  await database.query('update join_code set expires_at = now() where hash = $1', [expired.hash]);
  for (const hash of [revoked.hash, expired.hash, sha256('nothing')]) {
    await refused(hash, 'link-invalid');
  }
  await store.changeCourse(id, { archived: true });
  await refused(open.hash, 'course-archived');
  await store.removeCourse(id);
  await refused(open.hash, 'link-invalid');
  expect(await store.listMembers(id)).toEqual([]);
});
