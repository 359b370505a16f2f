import { labels } from '@labcast/domain';
import type { LedgerRow, Store } from '@labcast/store';
import { createFakeIncus } from '@labcast/incus/testing';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createWorld } from '../observe/world.ts';
import { createSilentParts } from '../testing/createSilentParts.ts';
import { createFakeHost } from '../testing/fakeHost.ts';
import { defaultTimings } from '../timings.ts';
import { findOrphans } from './findOrphans.ts';

/** Finds orphans in a world with one instance and one bridge, while something happens after the first look. */
async function find(
  rows: readonly Pick<LedgerRow, 'kind' | 'name'>[],
  afterFirstLook: (world: { instances: Map<string, unknown>; bridges: Set<string> }) => void,
): Promise<string[]> {
  const incus = createFakeIncus({ images: ['i'] });
  const host = createFakeHost();
  const config = { [labels.installation]: 'here' };
  const spec = { name: 'a-web', image: 'i', config, devices: {}, start: true };
  await incus.client.createInstance(spec);
  host.bridges.add('lc-a-0');
  let looks = 0;
  const store: Pick<Store, 'getInstallationId' | 'listOpenLedgerRows' | 'listUploads'> = {
    getInstallationId: () => Promise.resolve('here'),
    listUploads: () => Promise.resolve([]),
    listOpenLedgerRows() {
      if (++looks === 1)
        afterFirstLook({ instances: incus.world.instances, bridges: host.bridges });
      return Promise.resolve(rows as LedgerRow[]);
    },
  };
  const found = await findOrphans({
    store: store as Store,
    incus: incus.client,
    host: host.client,
    logger: pino({ level: 'silent' }),
    settings: { storagePool: 'labcast', kubernetesDirectory: '/nowhere', concurrency: 1 },
    timings: defaultTimings,
    world: createWorld(incus.client, host.client),
    ...createSilentParts(),
  });
  return found.map(({ name }) => name);
}

test('what no row accounts for is an orphan, each by its kind', async () => {
  expect(await find([], () => undefined)).toEqual(['a-web', 'lc-a-0']);
  const row = { kind: 'instance' as const, name: 'a-web' };
  expect(await find([row], () => undefined)).toEqual(['lc-a-0']);
  expect(await find([{ ...row, kind: 'bridge' }], () => undefined)).toEqual(['a-web', 'lc-a-0']);
});

test('what goes while it is looked at, with its row, is none', async () => {
  const found = await find([], ({ instances, bridges }) => {
    instances.clear();
    bridges.clear();
  });
  expect(found).toEqual([]);
});
