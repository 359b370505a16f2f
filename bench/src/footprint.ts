import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApiClient } from '@labcast/api-client';
import { readFileSync } from 'node:fs';
import { makeLab, removeLab } from './labcast/labcastLab.ts';

const mebibyte = 1024 ** 2;
const idleSeconds = 60;

/** What a settled web server lab takes: memory of each instance with Incus's monitor process, and CPU while nobody asks. */
export async function measureFootprint(): Promise<void> {
  const name = 'bench-footprint';
  await makeLab('webserver', { cpu: '1', memory: '1GiB', storage: '4GiB' }, name);
  await makeLab('container', {}, `${name}-container`);
  try {
    const instances = await listInstances([name, `${name}-container`]);
    await sleep(10_000);
    const before = await Promise.all(instances.map(cpuSeconds));
    await sleep(idleSeconds * 1000);
    const after = await Promise.all(instances.map(cpuSeconds));
    console.log(
      `\nA web server lab and a container lab, settled (memory with Incus's monitor process)`,
    );
    for (const [index, instance] of instances.entries()) {
      const { own, shared } = await instanceMemory(instance);
      const busy = (((after[index] ?? 0) - (before[index] ?? 0)) / idleSeconds) * 100;
      console.log(
        `  ${instance.padEnd(24)} own ${inMebibytes(own)}   program pages ${inMebibytes(shared)}   idle CPU ${busy.toFixed(1)} % of a core`,
      );
    }
  } finally {
    await removeLab(name);
    await removeLab(`${name}-container`);
  }
}

async function listInstances(assignments: readonly string[]): Promise<string[]> {
  const client = createApiClient({
    baseUrl: process.env.LABCAST_URL ?? `http://127.0.0.1:${process.env.LABCAST_PORT ?? '8080'}`,
    token: readFileSync(
      process.env.LABCAST_TOKEN_FILE ?? '/var/lib/labcast/admin-token',
      'utf8',
    ).trim(),
  });
  const views = await Promise.all(assignments.map((name) => client.environment(name, 'dev')));
  return views.flatMap(({ status }) => status.elements.flatMap(({ instances }) => instances));
}

interface Memory {
  /** Nobody else's: it is gone with the instance. */
  readonly own: number;
  /** Share in pages of programs and libraries, which all instances of an image use together. */
  readonly shared: number;
}

function inMebibytes(bytes: number): string {
  return `${(bytes / mebibyte).toFixed(0).padStart(4)} MiB`;
}

/** Of every process in the instance, and of its monitor. */
async function instanceMemory(instance: string): Promise<Memory> {
  const sizes = await Promise.all((await instancePids(instance)).map(processMemory));
  return sizes.reduce((sum, size) => ({
    own: sum.own + size.own,
    shared: sum.shared + size.shared,
  }));
}

async function processMemory(pid: string): Promise<Memory> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const bytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024;
  const own = bytes('Pss_Anon');
  return { own, shared: bytes('Pss') - own };
}

async function cpuSeconds(instance: string): Promise<number> {
  const pids = await instancePids(instance);
  const ticks = await Promise.all(
    pids.map(async (pid) => {
      try {
        const fields =
          (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
        return Number(fields[11]) + Number(fields[12]);
      } catch {
        return 0;
      }
    }),
  );
  return ticks.reduce((sum, value) => sum + value, 0) / 100;
}

/** Processes in the instance's cgroup, and its `[lxc monitor]`, whose command line names it. */
async function instancePids(instance: string): Promise<string[]> {
  const all = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
  const mine = await Promise.all(
    all.map(async (pid) => {
      try {
        const [cgroup, command] = await Promise.all([
          readFile(`/proc/${pid}/cgroup`, 'utf8'),
          readFile(`/proc/${pid}/cmdline`, 'utf8'),
        ]);
        const isInside = new RegExp(`lxc\\.payload\\.[^/]*${instance}(/|$)`, 'm').test(cgroup);
        const isMonitor = command.startsWith('[lxc monitor]') && command.includes(instance);
        return isInside || isMonitor;
      } catch {
        return false;
      }
    }),
  );
  return all.filter((_, index) => mine[index]);
}
