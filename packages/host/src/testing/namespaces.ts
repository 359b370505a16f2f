import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const probeScript = join(import.meta.dirname, 'probe.py');

/** Network namespaces of one test: hosts, machines and an internet that nothing outside the test can see. */
export interface Namespaces {
  /** Makes a namespace with loopback up and no IPv6, so that only the test itself sends anything. */
  add(label: string): Promise<string>;
  /** Joins two namespaces by a virtual cable; both ends are up. */
  connect(one: CableEnd, other: CableEnd): Promise<void>;
  /** Runs a program in a namespace to its end; resolves with its standard output. */
  run(namespace: string, program: string, ...args: string[]): Promise<string>;
  probe(namespace: string, ...args: string[]): Promise<string>;
  /** Starts a program in a namespace; it is ended with the test at the latest. */
  start(namespace: string, options: StartOptions): ChildProcessWithoutNullStreams;
  /** Starts echo servers on these ports and waits until they listen. */
  serve(namespace: string, ...ports: number[]): Promise<void>;
  /** Frames that the device has received so far. */
  received(namespace: string, device: string): Promise<number>;
  removeAll(): Promise<void>;
}

interface CableEnd {
  readonly namespace: string;
  readonly device: string;
  readonly mac?: string;
  /** CIDRs */
  readonly addresses?: readonly string[];
  readonly bridge?: string;
  /** As Incus's `security.port_isolation` sets it. */
  readonly isolated?: boolean;
}

interface StartOptions {
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
}

export async function createNamespaces(): Promise<Namespaces> {
  const own = `labcast-test-${process.pid}-${randomBytes(3).toString('hex')}`;
  await removeLeftOver();
  const children: ChildProcessWithoutNullStreams[] = [];

  const ip = (...args: string[]) => execute('ip', args);

  const run: Namespaces['run'] = async (namespace, program, ...args) =>
    (await execute('ip', ['netns', 'exec', namespace, program, ...args])).stdout;

  const start: Namespaces['start'] = (namespace, { command, environment }) => {
    const child = spawn('ip', ['netns', 'exec', namespace, ...command], {
      env: { ...process.env, ...environment },
    });
    child.stderr.pipe(process.stderr);
    child.stdin.on('error', () => undefined);
    children.push(child);
    return child;
  };

  async function dress({ namespace, device, addresses, bridge, isolated }: CableEnd) {
    for (const address of addresses ?? []) {
      await ip('-n', namespace, 'address', 'add', address, 'dev', device);
    }
    if (bridge !== undefined) {
      await ip('-n', namespace, 'link', 'set', 'dev', device, 'master', bridge);
    }
    if (isolated === true) {
      await execute('bridge', ['-n', namespace, 'link', 'set', 'dev', device, 'isolated', 'on']);
    }
    await ip('-n', namespace, 'link', 'set', 'dev', device, 'up');
  }

  return {
    run,
    start,
    async add(label) {
      const name = `${own}-${label}`;
      await ip('netns', 'add', name);
      // A new namespace begins with the machine's own setting, which Labcast turns on where it is up.
      await ip('netns', 'exec', name, 'sysctl', '-qw', 'net.ipv4.ip_forward=0');
      await run(
        name,
        'sh',
        '-c',
        'for f in all default; do echo 1 >/proc/sys/net/ipv6/conf/$f/disable_ipv6; done',
      );
      await ip('-n', name, 'link', 'set', 'dev', 'lo', 'up');
      return name;
    },
    async connect(one, other) {
      const end = ({ device, mac, namespace }: CableEnd) => [
        ...['name', device, 'netns', namespace],
        ...(mac === undefined ? [] : ['address', mac]),
      ];
      await ip('link', 'add', ...end(one), 'type', 'veth', 'peer', ...end(other));
      await dress(one);
      await dress(other);
    },
    probe: async (namespace, ...args) =>
      (await run(namespace, 'python3', probeScript, ...args)).trim(),
    async serve(namespace, ...ports) {
      const child = start(namespace, {
        command: ['python3', probeScript, 'serve', ...ports.map(String)],
      });
      for await (const line of createInterface(child.stdout)) if (line === 'ready') return;
      throw new Error(`the echo servers in ${namespace} did not start`);
    },
    async received(namespace, device) {
      const file = `/sys/class/net/${device}/statistics/rx_packets`;
      return Number(await run(namespace, 'cat', file));
    },
    async removeAll() {
      for (const child of children) child.kill('SIGKILL');
      await removeNamespaces((name) => name.startsWith(own));
    },
  };
}

/** Removes what a killed test run left behind: its names say which process made it. */
async function removeLeftOver(): Promise<void> {
  await removeNamespaces((name) => {
    const owner = /^labcast-test-(\d+)-/.exec(name)?.[1];
    return owner !== undefined && !isRunning(Number(owner));
  });
}

async function removeNamespaces(isMeant: (name: string) => boolean): Promise<void> {
  const { stdout } = await execute('ip', ['netns', 'list']);
  const names = stdout.split('\n').map((line) => line.split(' ')[0] ?? '');
  for (const name of names.filter(isMeant)) {
    const { stdout: pids } = await execute('ip', ['netns', 'pids', name]);
    for (const pid of pids.split('\n').filter(Boolean)) {
      if (isRunning(Number(pid))) process.kill(Number(pid), 'SIGKILL');
    }
    // Virtual cables and bridges go with the namespaces that hold them.
    await execute('ip', ['netns', 'delete', name]);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
