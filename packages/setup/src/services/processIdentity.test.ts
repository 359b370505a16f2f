import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  formatIdentity,
  identifyProcess,
  isAlive,
  parseIdentity,
  parseStartTicks,
  readLivePid,
} from './processIdentity.ts';

const boot = '9d51cc58-58b8-4d26-9d0a-0d6a0c5c3f07';

test('a program whose name holds spaces and brackets does not shift the fields', () => {
  const stat = `42 (evil) 7 (name) S 1 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 98765 1000 2`;
  expect(parseStartTicks(stat)).toBe('98765');
});

test('this very process is alive', async () => {
  const self = await identifyProcess(process.pid);
  expect(self).toBeDefined();
  expect(self && (await isAlive(self))).toBe(true);
  expect(self && parseIdentity(formatIdentity(self))).toEqual(self);
});

test('a process with the same number that started at another time or boot is not the same', async () => {
  const self = await identifyProcess(process.pid);
  if (!self) throw new Error('not there');
  expect(await isAlive({ ...self, startTicks: '1' })).toBe(false);
  expect(await isAlive({ ...self, boot })).toBe(false);
});

test.each(['', '123', '123 456', '123 456 no-boot', `12x 456 ${boot}`])(
  'a pid file that says %j names nobody',
  async (text) => {
    const folder = await mkdtemp(join(tmpdir(), 'labcast-pid-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'x.pid'), text);
    expect(await readLivePid(join(folder, 'x.pid'))).toBeUndefined();
    expect(await readLivePid(join(folder, 'absent.pid'))).toBeUndefined();
  },
);
