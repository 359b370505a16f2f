import type { SavedType } from '@labcast/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../testing/openTestStore.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
beforeAll(async () => (opened = await openTestStore()));
afterAll(() => opened.remove());

const type: SavedType = {
  name: 'shop',
  summary: 'A shop',
  blueprint: '# kept\nversion: 1\n',
  parameters: [
    { name: 'memory', kind: 'size', default: '1GiB', path: 'elements.web.memory', summary: '' },
  ],
};

test('a type is kept as it was saved, with its owner, also when the owner is gone', async () => {
  const { store } = opened;
  const person = await store.createPerson({
    login: 'ada',
    name: 'Ada',
    passwordHash: '$argon2id$x',
    isAdministrator: false,
  });
  const saved = await store.saveType(type, person);
  expect(saved).toMatchObject({ ...type, owner: { id: person.id, name: 'Ada' } });
  await expect(store.saveType(type, person)).rejects.toMatchObject({ code: 'name-taken' });
  await store.removePerson(person.id);
  expect(await store.listTypes()).toEqual([{ ...saved, owner: { name: 'Ada' } }]);
});

test('a type that is gone can be removed once more, and its name is free again', async () => {
  const { store } = opened;
  await store.removeType('shop');
  await store.removeType('shop');
  expect(await store.listTypes()).toEqual([]);
  expect((await store.saveType(type, { name: 'the administrator' })).owner).toEqual({
    name: 'the administrator',
  });
});
