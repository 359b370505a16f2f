import type { DesiredInstance } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { createFakeIncus } from '@labcast/incus/testing';
import { expect, test } from 'vitest';
import { createInstance } from './createInstance.ts';

const desired = (name: string): DesiredInstance => ({
  name,
  element: 'web',
  role: 'machine',
  image: 'labcast/debian-12',
  config: {},
  devices: {},
  addresses: [],
  bridges: [],
});

/** An Incus that gives out these first ids one after the other. */
function incusThatGives(...ids: string[]) {
  const fake = createFakeIncus({ images: ['labcast/debian-12'] });
  let made = 0;
  const client: IncusClient = {
    ...fake.client,
    createInstance: (spec) => {
      const own = ids[Math.min(made++, ids.length - 1)] ?? '';
      return fake.client.createInstance({
        ...spec,
        config: { ...spec.config, 'volatile.idmap.base': own },
      });
    },
  };
  return { client, world: fake.world };
}

test('an instance that got the ids of another one is made anew until it has its own', async () => {
  const { client, world } = incusThatGives('1000000', '1000000', '1000000', '1065536');
  await createInstance(desired('aaaaaaa-web'), client);
  await createInstance(desired('bbbbbbb-web'), client);
  const ids = [...world.instances.values()].map(
    ({ instance }) => instance.config['volatile.idmap.base'],
  );
  expect(ids).toEqual(['1000000', '1065536']);
});

test('one that never gets its own does not stay, and says why', async () => {
  const { client, world } = incusThatGives('1000000');
  await createInstance(desired('aaaaaaa-web'), client);
  await expect(createInstance(desired('bbbbbbb-web'), client)).rejects.toThrow(
    /user ids of another/,
  );
  expect([...world.instances.keys()]).toEqual(['aaaaaaa-web']);
});

test('a range whose holder is gone may be given again', async () => {
  const { client, world } = incusThatGives('1000000');
  await createInstance(desired('aaaaaaa-web'), client);
  await client.removeInstance('aaaaaaa-web');
  await createInstance(desired('bbbbbbb-web'), client);
  expect([...world.instances.keys()]).toEqual(['bbbbbbb-web']);
});

test('what another process made before counts too', async () => {
  const { client, world } = incusThatGives('1000000', '1000000', '1065536');
  await client.createInstance({
    name: 'aaaaaaa-web',
    image: 'labcast/debian-12',
    config: {},
    devices: {},
    start: true,
  });
  await createInstance(desired('bbbbbbb-web'), client);
  const made = world.instances.get('bbbbbbb-web');
  expect(made?.instance.config['volatile.idmap.base']).toBe('1065536');
});

test('an image that is not there is refused with the name that was most likely meant', async () => {
  const { client } = incusThatGives('1000000');
  const misspelt = { ...desired('aaaaaaa-web'), image: 'debain-12' };
  await expect(createInstance(misspelt, client)).rejects.toMatchObject({
    code: 'image-not-found',
    remedy: expect.stringMatching(
      /^Did you mean debian-12\? Choose another one in the panel of web/,
    ) as string,
  });
});
