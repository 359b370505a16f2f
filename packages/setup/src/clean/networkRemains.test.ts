import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listOurLinks } from './networkRemains.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-links-'));
  const links = {
    eth0: '',
    lcup: 'labcast',
    lcupb: 'labcast',
    'lc-aaaaaaa-0': 'labcast',
    'lc-bbbbbbb-0': 'labcast_b',
    'lc-ccccccc-0': '',
    veth0a: '',
    veth0b: '',
  };
  const addresses: Record<string, string> = {
    lcupb: '02:4c:0a:65:00:01',
    veth0a: '02:4c:0a:0a:00:0a',
  };
  for (const [link, alias] of Object.entries(links)) {
    await mkdir(join(folder, link));
    await writeFile(join(folder, link, 'ifalias'), `${alias}\n`);
    await writeFile(join(folder, link, 'address'), `${addresses[link] ?? '00:16:3e:00:00:01'}\n`);
  }
});

afterEach(() => rm(folder, { recursive: true }));

test('links of ours are found by their marks, half-made ones too, and those of another installation are not', async () => {
  expect(await listOurLinks({ explicit: {} }, folder)).toEqual([
    'lc-aaaaaaa-0',
    'lc-ccccccc-0',
    'lcup',
    'veth0a',
  ]);
});

test('an installation under names of its own finds its own', async () => {
  const explicit = { LABCAST_UPLINK_BRIDGE: 'lcupb', LABCAST_FIREWALL_TABLE: 'labcast_b' };
  expect(await listOurLinks({ explicit }, folder)).toEqual([
    'lc-bbbbbbb-0',
    'lc-ccccccc-0',
    'lcupb',
    'veth0a',
  ]);
});
