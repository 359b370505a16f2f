import { z } from 'zod';
import type { RunCommand } from '../runCommand.ts';
import { firewallTable, type FirewallInput } from './firewallTable.ts';

/** The one table of ours in the kernel. Not for concurrent use: the helper's queue keeps its calls apart. */
export interface KernelFirewall {
  /** Replaces the whole table in one transaction. Throws a `HostError` when the kernel refuses it. */
  install(input: FirewallInput): Promise<void>;
  /** True when the kernel's table is the one last installed, rule for rule, with these egress addresses. */
  isInPlace(egress: ReadonlySet<string>): Promise<boolean>;
  /** The egress addresses that a former helper left in the kernel; none when there is no table. */
  readEgress(): Promise<string[]>;
  /** Adds or takes away one address; throws when the table is not there. */
  setEgress(address: string, allowed: boolean): Promise<void>;
  remove(): Promise<void>;
}

interface Snapshot {
  /** Everything but the egress addresses and the kernel's own numbering, as JSON. */
  readonly rules: string;
  readonly egress: readonly string[];
}

const listing = z.object({ nftables: z.array(z.record(z.string(), z.unknown())) });
const addressSet = z.object({ name: z.literal('egress'), elem: z.array(z.string()).optional() });

export function createKernelFirewall(table: string, run: RunCommand): KernelFirewall {
  let installedRules: string | undefined;

  /** Undefined when the table is not there or cannot be read: both mean that nothing is known to hold. */
  async function find(): Promise<Snapshot | undefined> {
    const text = await run('nft', ['-j', 'list', 'table', 'inet', table]).catch(() => undefined);
    return text === undefined ? undefined : parseListing(text);
  }

  return {
    async install(input) {
      await run('nft', ['-f', '-'], firewallTable(input));
      installedRules = (await find())?.rules;
    },
    async isInPlace(egress) {
      if (installedRules === undefined) return false;
      const found = await find();
      return (
        found?.rules === installedRules &&
        found.egress.length === egress.size &&
        found.egress.every((address) => egress.has(address))
      );
    },
    async readEgress() {
      return [...((await find())?.egress ?? [])];
    },
    async setEgress(address, allowed) {
      const element = `element inet ${table} egress { ${address} }\n`;
      // Deleting what is not there fails, so it is added first: one transaction, nobody sees the state between.
      await run('nft', ['-f', '-'], `add ${element}${allowed ? '' : `delete ${element}`}`);
    },
    async remove() {
      installedRules = undefined;
      await run('nft', ['-f', '-'], `add table inet ${table}\ndelete table inet ${table}\n`);
    },
  };
}

function parseListing(text: string): Snapshot {
  let egress: string[] = [];
  const { nftables } = listing.parse(JSON.parse(text));
  const rules = nftables
    .filter((entry) => !('metainfo' in entry))
    .map((entry) => {
      const set = addressSet.safeParse(entry.set);
      if (!set.success) return entry;
      egress = set.data.elem ?? [];
      return { set: { ...set.data, elem: [] } };
    });
  return {
    rules: JSON.stringify(rules, (key, value: unknown) => (key === 'handle' ? undefined : value)),
    egress,
  };
}
