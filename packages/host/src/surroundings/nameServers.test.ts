import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseNameServers, readNameServers } from './nameServers.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-resolver-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

test('IPv4 name servers are taken in their order, each once', () => {
  const text = `# nameserver 1.1.1.1
search school.example
nameserver 9.9.9.9
  nameserver\t149.112.112.112
nameserver 2620:fe::fe
nameserver 9.9.9.9
nameserver 9.9.9.9.9
options edns0`;
  expect(parseNameServers(text)).toEqual(['9.9.9.9', '149.112.112.112']);
});

test('behind a resolver on loopback, the servers that it asks itself are taken', async () => {
  const files = [
    await file('stub', 'nameserver 127.0.0.53\n'),
    await file('real', 'nameserver 192.0.2.53\n'),
  ];
  expect(await readNameServers(files, new Set())).toEqual(['192.0.2.53']);
});

test('a host with proper name servers does not look further', async () => {
  const files = [
    await file('first', 'nameserver 9.9.9.9\n'),
    await file('second', 'nameserver 192.0.2.53\n'),
  ];
  expect(await readNameServers(files, new Set())).toEqual(['9.9.9.9']);
});

test('a server at an address of the host itself is out of reach for labs', async () => {
  const files = [await file('own', 'nameserver 192.0.2.2\nnameserver 9.9.9.9\n')];
  expect(await readNameServers(files, new Set(['192.0.2.2']))).toEqual(['9.9.9.9']);
});

test('a host without resolver files has no name servers', async () => {
  expect(await readNameServers([join(folder, 'missing')], new Set())).toEqual([]);
});
