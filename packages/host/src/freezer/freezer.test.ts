import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createFreezer } from './freezer.ts';

function makeRoot(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'freezer-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, read: (path: string) => readFileSync(join(root, path), 'utf8') };
}

const first = { 'freezer/lxc.payload.p_a/freezer.state': 'THAWED' };
const state = 'freezer/lxc.payload.p_a/freezer.state';

test('the first version of control groups is switched on and off', async () => {
  const { root, read } = makeRoot(first);
  const freezer = createFreezer(root);
  await freezer.freeze(['p_a'], 10);
  expect(read(state)).toBe('FROZEN');
  await freezer.thaw(['p_a']);
  expect(read(state)).toBe('THAWED');
});

test('the second version is switched, and waited for', async () => {
  const events = 'lxc.payload.p_a/cgroup.events';
  const { root, read } = makeRoot({
    'cgroup.controllers': 'cpu',
    'lxc.payload.p_a/cgroup.freeze': '0',
    [events]: 'populated 1\nfrozen 0\n',
  });
  const freezer = createFreezer(root);
  const freezing = freezer.freeze(['p_a'], 10);
  expect(read('lxc.payload.p_a/cgroup.freeze')).toBe('1');
  writeFileSync(join(root, events), 'populated 1\nfrozen 1\n');
  await freezing;
  await freezer.thaw(['p_a', 'p_gone']);
  expect(read('lxc.payload.p_a/cgroup.freeze')).toBe('0');
});

test('what nobody thaws goes on by itself', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { root, read } = makeRoot(first);
  await createFreezer(root).freeze(['p_a'], 5);
  await vi.advanceTimersByTimeAsync(4_900);
  expect(read(state)).toBe('FROZEN');
  await vi.advanceTimersByTimeAsync(200);
  expect(read(state)).toBe('THAWED');
});

test('a container that does not run is refused by name, before any other is touched', async () => {
  const { root, read } = makeRoot(first);
  const freezing = createFreezer(root).freeze(['p_a', 'p_b'], 5);
  await expect(freezing).rejects.toMatchObject({ kind: 'rejected' });
  expect(read(state)).toBe('THAWED');
});

test('a path in place of a name is refused', async () => {
  const { root } = makeRoot(first);
  const freezing = createFreezer(root).freeze(['../../x'], 5);
  await expect(freezing).rejects.toMatchObject({ kind: 'rejected' });
});
