import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labcast } from './support/labcast.ts';
import { observeWorld } from './support/world.ts';

/** Noise that is the same in every run. */
function noise(bytes: number): Buffer {
  const data = Buffer.alloc(bytes);
  for (let index = 0, state = 1; index < bytes; index++) {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    data[index] = state >> 16;
  }
  return data;
}

const lan = 'version: 1\nnetworks:\n  lan: { subnet: 10.10.0.0/24 }\n';

/** What a person may write, the exit code, and what the message has to name. */
const files: readonly [string, string | Buffer, number, RegExp][] = [
  ['invalid YAML', 'version: 1\nelements: [\n', 2, /lab\.yaml:\d+/],
  ['a megabyte of noise', noise(1_000_000), 2, /lab\.yaml/],
  [
    'duplicate elements',
    'version: 1\nelements:\n  web: { kind: container, image: debian-12 }\n  web: { kind: container, image: debian-12 }\n',
    2,
    /lab\.yaml:4.*web/s,
  ],
  [
    'overlapping subnets',
    'version: 1\nnetworks:\n  lan: { subnet: 10.10.0.0/24 }\n  dmz: { subnet: 10.10.0.128/25 }\nelements: {}\n',
    2,
    /overlap/i,
  ],
  [
    'an app on a missing cluster',
    `${lan}elements:\n  web: { kind: app, on: nowhere, image: nginx }\n`,
    2,
    /nowhere/,
  ],
  [
    'an unknown key',
    `${lan}elements:\n  web: { kind: container, image: debian-12, memori: 1GiB }\n`,
    2,
    /memory/,
  ],
  [
    'a size without a unit',
    `${lan}elements:\n  web: { kind: container, image: debian-12, memory: 512 }\n`,
    2,
    /512MiB/,
  ],
  [
    'more memory than there is',
    `${lan}elements:\n  web: { kind: container, image: debian-12, memory: 10TiB }\n`,
    4,
    /10.* TiB/,
  ],
];

const commands: readonly [string, string[], number, RegExp][] = [
  ['an unknown type', ['create', 'webservr', 'name=refused'], 3, /webserver/],
  ['a malformed size', ['create', 'webserver', 'memory=lots', 'name=refused'], 2, /memory/],
  ['an unknown parameter', ['create', 'webserver', 'memry=1GiB', 'name=refused'], 2, /memory/],
  ['10 TiB of memory', ['create', 'webserver', 'memory=10TiB', 'name=refused'], 4, /10.* TiB/],
  ['a name with a slash', ['create', 'webserver', 'name=a/b'], 2, /name/],
  ['a name that nobody can type', ['create', 'webserver', `name=${'x'.repeat(200)}`], 2, /name/],
  ['the status of what never was', ['status', 'never-was'], 3, /never-was/],
  ['the end of what never was', ['destroy', 'never-was', '--yes'], 3, /never-was/],
  ['a command on what never was', ['exec', 'never-was', 'web', '--', 'true'], 3, /never-was/],
  ['a command that does not exist', ['creat'], 2, /create/],
];

describe('what cannot be is refused with a reason, and nothing is made', () => {
  let folder: string;
  let before: Awaited<ReturnType<typeof observeWorld>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'labcast-refusals-'));
    before = await observeWorld();
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(files)('%s', async (_title, content, exitCode, message) => {
    const file = join(folder, 'lab.yaml');
    await writeFile(file, content);
    const result = await labcast(['apply', '-f', file, '--name', 'refused', '--yes']);
    expect(result.stderr).toMatch(message);
    expect(result.exitCode).toBe(exitCode);
    expect((await labcast(['status', 'refused'])).exitCode).toBe(3);
  });

  test.each(commands)('%s', async (_title, args, exitCode, message) => {
    const result = await labcast(args);
    expect(result.stderr).toMatch(message);
    expect(result.exitCode).toBe(exitCode);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  test('nothing was made by any of it', async () => {
    expect(await observeWorld()).toEqual(before);
  });
});
