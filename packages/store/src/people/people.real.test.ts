import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../testing/openTestStore.ts';
import type { TestStore } from '../testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const random = () => randomBytes(8).toString('hex');
const newPerson = (isAdministrator = false) => ({
  login: `person-${random()}`,
  name: 'Ada',
  passwordHash: '$argon2id$v=19$fake',
  isAdministrator,
});
const limits = { idleSeconds: 100, longestSeconds: 1_000 };

async function signIn(isAdministrator = false) {
  const person = await world.store.createPerson(newPerson(isAdministrator));
  const hash = sha256(random());
  await world.store.beginSession({ hash, personId: person.id, address: '192.0.2.1' });
  return { person, hash };
}

test('a login is taken once', async () => {
  const person = newPerson();
  await world.store.createPerson(person);
  await expect(world.store.createPerson(person)).rejects.toMatchObject({ code: 'name-taken' });
});

test('a session is found until it ends, was idle for too long, or is too old', async () => {
  const { store, database } = world;
  const find = (hash: string) => store.findSession(hash, limits, true);
  const ended = await signIn();
  expect(await find(ended.hash)).toMatchObject({ person: { id: ended.person.id } });
  await store.endSession(ended.hash);
  expect(await find(ended.hash)).toBeUndefined();
  for (const column of ['seen_at', 'created_at']) {
    const { hash } = await signIn();
    const seconds = column === 'seen_at' ? 101 : 1_001;
    await database.query(
      `update session set ${column} = now() - make_interval(secs => $1) where hash = $2`,
      [seconds, hash],
    );
    expect(await find(hash), column).toBeUndefined();
  }
});

test('use keeps a session alive, and a mere look does not', async () => {
  const { store, database } = world;
  const { hash } = await signIn();
  const age = async () => {
    const [row] = await database.query(
      'select extract(epoch from now() - seen_at)::integer as age from session where hash = $1',
      [hash],
    );
    return Number(row?.age);
  };
  await database.query(`update session set seen_at = now() - interval '90 s' where hash = $1`, [
    hash,
  ]);
  await store.findSession(hash, limits, false);
  expect(await age()).toBeGreaterThanOrEqual(90);
  await store.findSession(hash, limits, true);
  expect(await age()).toBeLessThan(60);
});

test('a new password ends all sessions but the one in which it was changed', async () => {
  const { store } = world;
  const { person, hash } = await signIn();
  const other = sha256(random());
  await store.beginSession({ hash: other, personId: person.id, address: '192.0.2.2' });
  await store.changePerson(person.id, { passwordHash: '$argon2id$v=19$new' }, hash);
  expect(await store.findSession(hash, limits, true)).toBeDefined();
  expect(await store.findSession(other, limits, true)).toBeUndefined();
});

test('a person who is removed is signed in nowhere any more, and being gone already is success', async () => {
  const { store } = world;
  const { person, hash } = await signIn();
  const tokenHash = sha256(random());
  await store.createToken(person.id, { name: 'ci', hash: tokenHash, scopes: ['read'] });
  await store.removePerson(person.id);
  await store.removePerson(person.id);
  expect(await store.findSession(hash, limits, true)).toBeUndefined();
  expect(await store.findToken(tokenHash)).toBeUndefined();
});

test('of two administrators who remove each other at once one stays', async () => {
  const { store, database } = world;
  await database.query('delete from person');
  const people = [await signIn(true), await signIn(true)];
  const ends = await Promise.allSettled(people.map(({ person }) => store.removePerson(person.id)));
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await store.hasAdministrator()).toBe(true);
  const [left] = await store.listPeople();
  await expect(store.changePerson(left!.id, { isAdministrator: false })).rejects.toMatchObject({
    code: 'last-administrator',
  });
  expect(await store.hasAdministrator()).toBe(true);
});

test('a token works until it expires or is removed by its owner', async () => {
  const { store, database } = world;
  const { person } = await signIn();
  const stranger = await signIn();
  const hash = sha256(random());
  const token = await store.createToken(person.id, { name: 'ci', hash, scopes: ['read', 'write'] });
  expect(await store.findToken(hash)).toMatchObject({ scopes: ['read', 'write'], tokenName: 'ci' });
  expect((await store.listTokens(person.id))[0]?.lastUsedAt).toBeInstanceOf(Date);
  await store.removeToken(stranger.person.id, token.id);
  expect(await store.findToken(hash)).toBeDefined();
  await database.query(`update api_token set expires_at = now() where hash = $1`, [hash]);
  expect(await store.findToken(hash)).toBeUndefined();
  await database.query(`update api_token set expires_at = null where hash = $1`, [hash]);
  await store.removeToken(person.id, token.id);
  expect(await store.findToken(hash)).toBeUndefined();
});

test('a setup link makes one administrator, also when it is used twice at once', async () => {
  const { store } = world;
  const hash = sha256(random());
  await store.saveSetupLink(hash, 60);
  expect((await store.getSetupLink(hash)).expiresAt).toBeInstanceOf(Date);
  const uses = await Promise.allSettled([
    store.useSetupLink(hash, newPerson(true)),
    store.useSetupLink(hash, newPerson(true)),
  ]);
  expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(store.useSetupLink(hash, newPerson(true))).rejects.toMatchObject({
    code: 'link-invalid',
    message: 'This setup link was used already.',
  });
  await expect(store.getSetupLink(hash)).rejects.toMatchObject({
    message: 'This setup link was used already.',
  });
});

test('a setup link that expired or was replaced is not valid, and a taken login does not use it up', async () => {
  const { store } = world;
  const [replaced, expired, good] = [sha256(random()), sha256(random()), sha256(random())];
  await store.saveSetupLink(replaced, 60);
  await store.saveSetupLink(expired, -1);
  for (const hash of [replaced, expired]) {
    await expect(store.useSetupLink(hash, newPerson(true))).rejects.toMatchObject({
      code: 'link-invalid',
    });
    await expect(store.getSetupLink(hash)).rejects.toMatchObject({ code: 'link-invalid' });
  }
  await store.saveSetupLink(good, 60);
  const { person } = await signIn();
  const taken = { ...newPerson(true), login: person.login };
  await expect(store.useSetupLink(good, taken)).rejects.toMatchObject({ code: 'name-taken' });
  expect((await store.useSetupLink(good, newPerson(true))).isAdministrator).toBe(true);
});

const tries = {
  pair: { most: 3, seconds: 60 },
  address: { most: 6, seconds: 60 },
  login: { most: 8, seconds: 60 },
};

test('tries at once are counted one by one, and those refused do not prolong the wait', async () => {
  const attempt = { loginHash: sha256(random()), address: random() };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => world.store.beginSignIn(attempt, tries)),
  );
  expect(answers.filter(({ retryAfterSeconds }) => retryAfterSeconds === undefined)).toHaveLength(
    3,
  );
  await world.database.query(
    `update sign_in_attempt set at = at - interval '61 s' where login = $1`,
    [attempt.loginHash],
  );
  expect(await world.store.beginSignIn(attempt, tries)).toEqual({});
});

test('one address that tries many logins, and many addresses that try one, are held up', async () => {
  const { store } = world;
  const address = random();
  const loginHash = sha256(random());
  const one = { loginHash: sha256(random()), address };
  for (let count = 0; count < 6; count++) {
    await store.beginSignIn({ ...one, loginHash: sha256(random()) }, tries);
  }
  expect((await store.beginSignIn(one, tries)).retryAfterSeconds).toBeGreaterThan(50);
  for (let count = 0; count < 8; count++) {
    await store.beginSignIn({ loginHash, address: random() }, tries);
  }
  const another = { loginHash, address: random() };
  expect((await store.beginSignIn(another, tries)).retryAfterSeconds).toBeGreaterThan(50);
});

test("somebody who signed in from there before is held up by nobody else's tries", async () => {
  const { store } = world;
  const person = await store.createPerson(newPerson());
  const address = random();
  await store.beginSession({ hash: sha256(random()), personId: person.id, address });
  const own = { loginHash: sha256(person.login), address, personId: person.id };
  for (let count = 0; count < 8; count++) {
    await store.beginSignIn({ loginHash: sha256(random()), address }, tries);
    await store.beginSignIn({ ...own, address: random() }, tries);
  }
  const newcomer = { loginHash: sha256(random()), address };
  expect((await store.beginSignIn(newcomer, tries)).retryAfterSeconds).toBeGreaterThan(0);
  expect(await store.beginSignIn(own, tries)).toEqual({});
});

test('the audit is told newest first, in pages', async () => {
  const { store } = world;
  const entry = { actor: 'ada', means: 'session', action: 'PUT /x', target: 'x' } as const;
  for (const status of [200, 403]) await store.appendAudit({ ...entry, status, address: '::1' });
  const [last, first] = await store.listAudit({ most: 200 });
  expect([last?.status, first?.status]).toEqual([403, 200]);
  expect((await store.listAudit({ most: 200, before: last!.id }))[0]).toEqual(first);
  expect(await store.listAudit({ most: 1 })).toEqual([last]);
  expect(await store.listAudit({ most: 9, actor: 'nobody' })).toEqual([]);
  expect(await store.listAudit({ most: 9, what: 'put /', until: new Date(0) })).toEqual([]);
  expect(await store.listAudit({ most: 9, what: '%' })).toEqual([]);
});
