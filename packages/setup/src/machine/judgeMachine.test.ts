import { expect, test } from 'vitest';
import { judgeMachine } from './judgeMachine.ts';
import { isBuiltIn, parseOsRelease, type MachineFacts } from './machineFacts.ts';

const good: MachineFacts = {
  distributions: ['debian'],
  codename: 'bookworm',
  prettyName: 'Debian GNU/Linux 12 (bookworm)',
  architecture: 'x64',
  kernel: '6.1.0-40-amd64',
  root: true,
  cpus: 4,
  memoryBytes: 8 * 1024 ** 3,
  diskFreeBytes: 50 * 1024 ** 3,
  cgroup: 'v2',
  systemd: true,
  appArmor: true,
  kvm: false,
  missingKernelFeatures: [],
};

test('nothing is held against a plain Debian 12', () => {
  expect(judgeMachine(good)).toEqual([]);
});

test('a machine sold with 4 GiB is enough, one with 2 GiB is not', () => {
  expect(judgeMachine({ ...good, memoryBytes: 3.83 * 1024 ** 3 })).toEqual([]);
  expect(judgeMachine({ ...good, memoryBytes: 1.9 * 1024 ** 3 })).toHaveLength(1);
});

test('everything that is wrong is told at once, each with what to do', () => {
  const findings = judgeMachine({
    ...good,
    distributions: ['fedora'],
    codename: '',
    architecture: 'riscv64',
    root: false,
    diskFreeBytes: 1024 ** 3,
    missingKernelFeatures: ['btrfs', 'veth'],
  });
  expect(findings.map((finding) => finding.level)).toEqual(Array(5).fill('error'));
  expect(findings.every((finding) => (finding.remedy ?? '').length > 10)).toBe(true);
  expect(findings.at(-1)?.message).toContain('btrfs, veth');
});

test('a derivative is known by what it is like and by its code name', () => {
  expect(judgeMachine({ ...good, distributions: ['linuxmint', 'debian'] })).toEqual([]);
});

test('values in os-release may be quoted or not', () => {
  expect(parseOsRelease('ID=debian\nPRETTY_NAME="Debian GNU/Linux 12"\n')).toEqual({
    ID: 'debian',
    PRETTY_NAME: 'Debian GNU/Linux 12',
  });
});

test('a feature counts as built in only when the kernel says so', () => {
  const config =
    '# CONFIG_BRIDGE is not set\nCONFIG_NF_TABLES=y\nCONFIG_VETH=m\nCONFIG_NF_TABLES_INET=y\n';
  const isThere = (option: string) => isBuiltIn(config, option);
  expect(['NF_TABLES', 'BRIDGE', 'VETH', 'NF'].map(isThere)).toEqual([true, false, false, false]);
});
