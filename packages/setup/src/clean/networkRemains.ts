import { readdir } from 'node:fs/promises';
import type { Context } from '../run/context.ts';
import type { Settings } from '../settings/settings.ts';

/** The host helper's names; the defaults are its own. */
function names(settings: Settings): { prefix: string; uplink: string; table: string } {
  return {
    prefix: settings.explicit.LABCAST_BRIDGE_PREFIX ?? 'lc-',
    uplink: settings.explicit.LABCAST_UPLINK_BRIDGE ?? 'lcup',
    table: settings.explicit.LABCAST_FIREWALL_TABLE ?? 'labcast',
  };
}

export async function listOurLinks(settings: Settings): Promise<string[]> {
  const { prefix, uplink } = names(settings);
  const links = await readdir('/sys/class/net').catch(() => []);
  return links.filter((link) => link.startsWith(prefix) || link === uplink).sort();
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
