import { run } from './labcast.ts';

/** What is really there, asked of Incus, the kernel and the firewall by their own tools: the tests' judge. */
export interface Leftovers {
  readonly instances: readonly string[];
  readonly bridges: readonly string[];
  readonly egress: readonly string[];
}

async function output(program: string, args: readonly string[]): Promise<string> {
  const result = await run(program, args);
  if (result.exitCode !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${result.exitCode}: ${result.stderr}`);
  return result.stdout;
}

async function listInstances(): Promise<string[]> {
  const text = await output('incus', [
    'list',
    '--project',
    'labcast',
    '--format',
    'csv',
    '--columns',
    'n',
  ]);
  return text.split('\n').filter(Boolean).sort();
}

async function listBridges(): Promise<string[]> {
  const links = JSON.parse(await output('ip', ['-json', 'link', 'show', 'type', 'bridge'])) as {
    ifname: string;
  }[];
  return links
    .map(({ ifname }) => ifname)
    .filter((name) => name.startsWith('lc-'))
    .sort();
}

async function listEgress(): Promise<string[]> {
  const text = await output('nft', ['--json', 'list', 'set', 'inet', 'labcast', 'egress']);
  const parsed = JSON.parse(text) as { nftables: { set?: { elem?: string[] } }[] };
  return parsed.nftables.flatMap(({ set }) => set?.elem ?? []).sort();
}

export async function observeWorld(): Promise<Leftovers> {
  const [instances, bridges, egress] = await Promise.all([
    listInstances(),
    listBridges(),
    listEgress(),
  ]);
  return { instances, bridges, egress };
}

/** Output of a command inside an instance, past Labcast, by Incus's own client. */
export function incusExec(instance: string, command: readonly string[]): ReturnType<typeof run> {
  return run('incus', ['exec', instance, '--project', 'labcast', '--', ...command]);
}

export async function incus(args: readonly string[]): Promise<string> {
  return output('incus', [...args, '--project', 'labcast']);
}
