import { readFile, stat, statfs, open } from 'node:fs/promises';
import { arch, availableParallelism, release, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Context } from '../run/context.ts';

/** What the machine is, as far as Labcast cares. Sizes in bytes. */
export interface MachineFacts {
  /** `debian`, `ubuntu`, ... and what it is derived from. */
  readonly distributions: readonly string[];
  readonly codename: string;
  readonly prettyName: string;
  readonly architecture: string;
  readonly kernel: string;
  readonly root: boolean;
  readonly cpus: number;
  readonly memoryBytes: number;
  /** Free where the pool's loop file and the state will lie. */
  readonly diskFreeBytes: number;
  readonly cgroup: 'v1' | 'v2';
  readonly systemd: boolean;
  readonly appArmor: boolean;
  /** Whether it can be opened, not only whether the device file is there. */
  readonly kvm: boolean;
  /** Of the kernel features that labs cannot do without, those that are neither built in nor loadable. */
  readonly missingKernelFeatures: readonly string[];
}

/** Module, a path that exists once it is loaded or built in, and its option in the kernel's configuration. */
const kernelFeatures = [
  ['btrfs', '/sys/fs/btrfs', 'BTRFS_FS'],
  ['bridge', '/sys/module/bridge', 'BRIDGE'],
  ['veth', '/sys/module/veth', 'VETH'],
  ['overlay', '/sys/module/overlay', 'OVERLAY_FS'],
  ['nf_tables', '/sys/module/nf_tables', 'NF_TABLES'],
  ['fuse', '/dev/fuse', 'FUSE_FS'],
] as const;

export async function observeMachine(context: Context): Promise<MachineFacts> {
  const osRelease = parseOsRelease(await readFile('/etc/os-release', 'utf8').catch(() => ''));
  const missing: string[] = [];
  const kernelConfig = await readKernelConfig();
  for (const [module, path, option] of kernelFeatures)
    if (!isBuiltIn(kernelConfig, option) && !(await hasKernelFeature(context, module, path)))
      missing.push(module);
  return {
    distributions: [osRelease.ID ?? 'unknown', ...(osRelease.ID_LIKE ?? '').split(' ')].filter(
      Boolean,
    ),
    codename: osRelease.VERSION_CODENAME ?? 'unknown',
    prettyName: osRelease.PRETTY_NAME ?? 'unknown system',
    architecture: arch(),
    kernel: release(),
    root: process.getuid?.() === 0,
    cpus: availableParallelism(),
    memoryBytes: totalmem(),
    diskFreeBytes: await freeBytes('/var/lib'),
    cgroup: (await exists('/sys/fs/cgroup/cgroup.controllers')) ? 'v2' : 'v1',
    systemd: context.systemd,
    appArmor: (await readFile('/sys/module/apparmor/parameters/enabled', 'utf8').catch(() => 'N'))
      .trim()
      .startsWith('Y'),
    kvm: await canOpen('/dev/kvm'),
    missingKernelFeatures: missing,
  };
}

export function parseOsRelease(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const match of text.matchAll(/^([A-Z_]+)="?(.*?)"?$/gm))
    if (match[1] !== undefined) values[match[1]] = match[2] ?? '';
  return values;
}

/** Free bytes where a path is or will be. */
export async function freeBytes(path: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch (error) {
    if (dirname(path) === path) throw error;
    return freeBytes(dirname(path));
  }
}

/** The running kernel's own configuration; empty where it does not tell. */
async function readKernelConfig(): Promise<string> {
  try {
    return (await promisify(gunzip)(await readFile('/proc/config.gz'))).toString();
  } catch {
    return readFile(`/boot/config-${release()}`, 'utf8').catch(() => '');
  }
}

/** A bare machine lacks the tools to try a feature that its kernel has built in. */
export function isBuiltIn(kernelConfig: string, option: string): boolean {
  return kernelConfig.split('\n').includes(`CONFIG_${option}=y`);
}

/** Looks first: a machine without modprobe may well have everything built in. */
async function hasKernelFeature(context: Context, module: string, path: string): Promise<boolean> {
  if (await exists(path)) return true;
  const builtIn = await readFile(`/lib/modules/${release()}/modules.builtin`, 'utf8').catch(
    () => '',
  );
  if (builtIn.includes(`/${module}.ko`)) return true;
  if (module === 'btrfs' || module === 'overlay' || module === 'fuse') {
    const fileSystems = await readFile('/proc/filesystems', 'utf8').catch(() => '');
    if (fileSystems.split(/\s+/).includes(module)) return true;
  }
  const loaded = await context.run('modprobe', [module], { mayFail: true });
  return loaded.exitCode === 0 || (await worksWithoutModule(context, module));
}

/** Kernels with everything built in may list nothing at all: trying is the only way to know. */
async function worksWithoutModule(context: Context, module: string): Promise<boolean> {
  const probe = `lcprobe${String(process.pid % 100_000)}`;
  const tries: Record<string, readonly [readonly string[], readonly string[]]> = {
    bridge: [
      ['ip', 'link', 'add', probe, 'type', 'bridge'],
      ['ip', 'link', 'del', probe],
    ],
    veth: [
      ['ip', 'link', 'add', probe, 'type', 'veth'],
      ['ip', 'link', 'del', probe],
    ],
    nf_tables: [
      ['nft', 'add', 'table', 'inet', probe],
      ['nft', 'delete', 'table', 'inet', probe],
    ],
  };
  const attempt = tries[module];
  if (!attempt) return false;
  const [[file = '', ...parameters], [undo = '', ...undoParameters]] = attempt;
  const made = await context.run(file, parameters, { mayFail: true });
  if (made.exitCode !== 0) return false;
  await context.run(undo, undoParameters, { mayFail: true });
  return true;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function canOpen(path: string): Promise<boolean> {
  const file = await open(path, 'r+').catch(() => undefined);
  await file?.close();
  return file !== undefined;
}
