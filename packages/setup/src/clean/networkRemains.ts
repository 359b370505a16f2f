import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../run/context.ts';
import type { Settings } from '../settings/settings.ts';

/** The host helper's names; the defaults are its own. */
function names(settings: Pick<Settings, 'explicit'>): {
  prefix: string;
  uplink: string;
  table: string;
} {
  return {
    prefix: settings.explicit.LABCAST_BRIDGE_PREFIX ?? 'lc-',
    uplink: settings.explicit.LABCAST_UPLINK_BRIDGE ?? 'lcup',
    table: settings.explicit.LABCAST_FIREWALL_TABLE ?? 'labcast',
  };
}

/** What the addresses of all interfaces of labs' machines begin with; no network card's do. */
const macPrefix = '02:4c:';

/**
 * The uplink, interfaces of machines, and the labs' bridges with this installation's mark: the name of its firewall table as their alias. One
 * without an alias was left half made. Those of another installation on the machine are not ours. An interface of a machine
 * is on the host only when Incus was killed before it had moved it into the machine.
 * @param folder where the kernel shows its network links
 */
export async function listOurLinks(
  settings: Pick<Settings, 'explicit'>,
  folder = '/sys/class/net',
): Promise<string[]> {
  const { prefix, uplink, table } = names(settings);
  const links = await readdir(folder).catch(() => []);
  const ours = await Promise.all(
    links.map(async (link) => {
      if (link === uplink) return [link];
      const read = (file: string) =>
        readFile(join(folder, link, file), 'utf8').catch(() => undefined);
      if (link.startsWith('veth'))
        return (await read('address'))?.startsWith(macPrefix) ? [link] : [];
      if (!link.startsWith(prefix)) return [];
      const alias = await read('ifalias');
      return alias !== undefined && ['', table].includes(alias.trim()) ? [link] : [];
    }),
  );
  return ours.flat().sort();
}

/** The table's name when the kernel has it, else nothing. */
export async function hasFirewallTable(context: Context): Promise<string[]> {
  const { table } = names(context.settings);
  const { stdout } = await context.run('nft', ['list', 'tables'], { mayFail: true });
  return stdout.split('\n').includes(`table inet ${table}`) ? [`inet ${table}`] : [];
}

/** For when the helper cannot do it itself: it was never installed completely, or does not start. */
export async function removeNetworkByHand(context: Context): Promise<void> {
  for (const link of await listOurLinks(context.settings))
    await context.run('ip', ['link', 'delete', link], { mayFail: true });
  for (const table of await hasFirewallTable(context))
    await context.run('nft', ['delete', 'table', ...table.split(' ')], { mayFail: true });
}
