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
  };
  for (const [link, alias] of Object.entries(links)) {
    await mkdir(join(folder, link));
    await writeFile(join(folder, link, 'ifalias'), `${alias}\n`);
  }
});

afterEach(() => rm(folder, { recursive: true }));

test('bridges of ours are found by their mark, half-made ones too, and those of another installation are not', async () => {
  expect(await listOurLinks({ explicit: {} }, folder)).toEqual([
    'lc-aaaaaaa-0',
    'lc-ccccccc-0',
    'lcup',
  ]);
});

test('an installation under names of its own finds its own', async () => {
  const explicit = { LABCAST_UPLINK_BRIDGE: 'lcupb', LABCAST_FIREWALL_TABLE: 'labcast_b' };
  expect(await listOurLinks({ explicit }, folder)).toEqual([
    'lc-bbbbbbb-0',
    'lc-ccccccc-0',
    'lcupb',
  ]);
});
