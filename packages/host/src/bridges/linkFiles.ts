import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { isMissingFile } from '../readIfThere.ts';

/** What the kernel shows of a network link under /sys: reading it costs no process. */
export interface LinkState {
  readonly isBridge: boolean;
  readonly isUp: boolean;
  readonly alias: string;
}

/** Marks links as ours for people (`ip -details link`) and for a later helper. */
export const linkAlias = 'labcast';

/** Whether some installation of Labcast made the link: bridges of labs carry its firewall table's name. */
export function isLabcastAlias(alias: string): boolean {
  return alias.startsWith(linkAlias);
}

const interfaceUp = 1;

/** The kernel answers from memory: promises took nine times as much CPU, felt where a class has a bridge for each student. */
export function findLink(name: string): LinkState | undefined {
  const folder = `/sys/class/net/${name}`;
  try {
    return {
      isBridge: readdirSync(folder).includes('bridge'),
      isUp: (Number(readFileSync(`${folder}/flags`, 'utf8')) & interfaceUp) !== 0,
      alias: readFileSync(`${folder}/ifalias`, 'utf8').trim(),
    };
  } catch (error) {
    if (isMissingFile(error) || isGoingAway(error)) return undefined;
    throw error;
  }
}

/** The kernel refuses to tell of a link that is just being removed (`netdev_show` in net/core/net-sysfs.c). */
function isGoingAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EINVAL';
}

export function listLinks(): string[] {
  return readdirSync('/sys/class/net').sort();
}

/**
 * Writes settings of one link, such as `{ 'ipv4/conf': { rp_filter: 1 } }`.
 * Those of a protocol that the kernel runs without are left out.
 */
export async function writeLinkSettings(
  name: string,
  settings: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Promise<void> {
  const files = Object.entries(settings).flatMap(([group, values]) =>
    Object.entries(values).map(
      ([key, value]) => [`/proc/sys/net/${group}/${name}/${key}`, String(value)] as const,
    ),
  );
  for (const [file, value] of files) {
    await writeFile(file, value).catch((error: unknown) => {
      if (!isMissingFile(error)) throw error;
    });
  }
}
