import { run } from './labcast.ts';

/** The installation's own names: other ones may share the host, its Incus and its firewall. */
export const project = process.env.LABCAST_PROJECT ?? 'labcast';
const firewallTable = process.env.LABCAST_FIREWALL_TABLE ?? project.replaceAll('-', '_');

/** What of this installation is really there, asked of Incus, the kernel and the firewall by their own tools: the tests' judge. */
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
    project,
    '--format',
    'csv',
    '--columns',
    'n',
  ]);
  return text.split('\n').filter(Boolean).sort();
}

/** Labs' bridges carry their installation's firewall table as their alias. */
async function listBridges(): Promise<string[]> {
  const links = JSON.parse(await output('ip', ['-json', 'link', 'show', 'type', 'bridge'])) as {
    ifname: string;
    ifalias?: string;
  }[];
  return links
    .filter(({ ifname, ifalias }) => ifname.startsWith('lc-') && ifalias === firewallTable)
    .map(({ ifname }) => ifname)
    .sort();
}

async function listEgress(): Promise<string[]> {
  const text = await output('nft', ['--json', 'list', 'set', 'inet', firewallTable, 'egress']);
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
  return run('incus', ['exec', instance, '--project', project, '--', ...command]);
}

export async function incus(args: readonly string[]): Promise<string> {
  return output('incus', [...args, '--project', project]);
}
