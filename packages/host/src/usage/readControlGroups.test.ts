import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readControlGroups } from './readControlGroups.ts';

function makeRoot(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'control-groups-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const expected = [{ name: 'p_web', cpuSeconds: 1.5, memoryBytes: 300, memoryKills: 2 }];

test('the first version of control groups is read', () => {
  const root = makeRoot({
    'memory/lxc.payload.p_web/memory.stat': 'cache 9\ntotal_rss 200\ntotal_shmem 100\n',
    'memory/lxc.payload.p_web/memory.oom_control': 'oom_kill_disable 0\nunder_oom 0\noom_kill 2\n',
    'memory/lxc.payload.other_web/memory.stat': '',
    'memory/lxc.monitor.p_web/memory.stat': '',
    'cpuacct/lxc.payload.p_web/cpuacct.usage': '1500000000\n',
  });
  expect(readControlGroups('p_', root)).toEqual(expected);
});

test('the second version of control groups is read', () => {
  const root = makeRoot({
    'cgroup.controllers': 'cpu memory\n',
    'lxc.payload.p_web/memory.stat': 'anon 200\nfile 900\nshmem 100\n',
    'lxc.payload.p_web/memory.events': 'low 0\noom 3\noom_kill 2\n',
    'lxc.payload.p_web/cpu.stat': 'usage_usec 1500000\n',
  });
  expect(readControlGroups('p_', root)).toEqual(expected);
});

test('without any there is nothing to tell', () => {
  expect(readControlGroups('p_', '/nowhere')).toEqual([]);
});
