import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../testing/openTestStore.ts';
import type { TestStore } from '../testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

const limits = { idleSeconds: 100, longestSeconds: 1_000 };
const newHash = () => createHash('sha256').update(randomBytes(8)).digest('hex');

async function somebodyWithSessions(...addresses: string[]) {
  const { store } = world;
  const login = `person-${randomBytes(6).toString('hex')}`;
  const passwordHash = '$argon2id$v=19$fake';
  const person = await store.createPerson({
    login,
    name: 'Ada',
    passwordHash,
    isAdministrator: false,
  });
  const hashes = [];
  for (const address of addresses) {
    const hash = newHash();
    hashes.push(hash);
    await store.beginSession({ hash, personId: person.id, address });
  }
  return { person, hashes };
}

test('a person sees the own open sessions alone, and which of them asks', async () => {
  const { store } = world;
  await somebodyWithSessions('192.0.2.9');
  const { person, hashes } = await somebodyWithSessions('192.0.2.1', '192.0.2.2', '192.0.2.3');
  await store.endSession(hashes[2]!);
  const open = await store.listSessions(person.id, hashes[0]!, limits);
  const told = open.map(({ address, isOwn }) => [address, isOwn]);
  expect(told.sort()).toEqual([
    ['192.0.2.1', true],
    ['192.0.2.2', false],
  ]);
  expect(JSON.stringify(open)).not.toContain(hashes[0]);
});

test('a session is ended by its person, and by nobody else', async () => {
  const { store } = world;
  const stranger = await somebodyWithSessions();
  const { person, hashes } = await somebodyWithSessions('192.0.2.1');
  const [session] = await store.listSessions(person.id, '', limits);
  await store.endSessionOf(stranger.person.id, session!.id);
  expect(await store.findSession(hashes[0]!, limits, false)).toBeDefined();
  await store.endSessionOf(person.id, session!.id);
  expect(await store.findSession(hashes[0]!, limits, false)).toBeUndefined();
});
