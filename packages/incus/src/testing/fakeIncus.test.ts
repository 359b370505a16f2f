import { expect, test } from 'vitest';

import { createFakeIncus } from './fakeIncus.ts';

const spec = { name: 'a', image: 'i', config: {}, devices: {}, start: true };

test('a planned failure is thrown as often as planned, before or after the work', async () => {
  const fake = createFakeIncus({ images: ['i'] });
  fake.failNext('createInstance', 'storage-full');
  await expect(fake.client.createInstance(spec)).rejects.toMatchObject({ kind: 'storage-full' });
  expect(fake.world.instances.size).toBe(0);
  fake.failNext('createInstance', 'unavailable', { when: 'after' });
  await expect(fake.client.createInstance(spec)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(fake.world.instances.size).toBe(1);
  fake.failNext('removeInstance', 'busy', { times: 2 });
  const removing = (): Promise<void> => fake.client.removeInstance('a');
  await expect(removing()).rejects.toMatchObject({ kind: 'busy' });
  await expect(removing()).rejects.toMatchObject({ kind: 'busy' });
  await removing();
  expect(fake.world.instances.size).toBe(0);
});
