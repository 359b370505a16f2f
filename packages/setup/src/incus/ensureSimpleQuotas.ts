import { readFile } from 'node:fs/promises';
import type { RunCommand } from '../run/command.ts';
import type { PoolFacts } from './ensureIncusObjects.ts';

/**
 * BTRFS_IOC_QUOTA_CTL with BTRFS_QUOTA_CTL_ENABLE_SIMPLE_QUOTA (linux/btrfs.h, Linux 6.7): `btrfs quota enable --simple`
 * came with btrfs-progs 6.7, which Debian 12 does not have, while Perl is part of every Debian.
 */
const enableSimple = `
  open(my $pool, "<", $ARGV[0]) or die "$ARGV[0]: $!\\n";
  my $request = pack("QQ", 4, 0);
  ioctl($pool, 0xC0109428, $request) or die "simple quotas: $!\\n";
`;

/**
 * Turns on the quotas of btrfs that charge what is written to who wrote it. The full ones find out at each copy and each
 * removal who else has every block of the disk, which makes both ten times as long and worse with each copy: see
 * docs/adr/0019. Leaves alone a pool that has instances with full quotas, for their limits would be lost.
 *
 * @returns a word about the quotas when they are not the simple ones
 */
export async function ensureSimpleQuotas(
  run: RunCommand,
  pool: Pick<PoolFacts, 'driver' | 'usedBy'>,
  path: string,
): Promise<string | undefined> {
  if (pool.driver !== 'btrfs') return undefined;
  const mode = await readQuotaMode(run, path);
  if (mode === 'squota') return undefined;
  if (mode === 'qgroup') {
    if (pool.usedBy.some((user) => user.startsWith('/1.0/instances/')))
      return 'with full quotas, which make copies slow, because labs exist (docs/operations.md)';
    await run('btrfs', ['quota', 'disable', path]);
  }
  const { exitCode } = await run('perl', ['-e', enableSimple, path], { mayFail: true });
  return exitCode === 0
    ? undefined
    : 'with full quotas, which make copies slow: this kernel is older than 6.7';
}

/** Undefined when there are no quotas yet: Incus turns on full ones with the first limit. */
async function readQuotaMode(run: RunCommand, path: string): Promise<string | undefined> {
  const { stdout } = await run('findmnt', ['-n', '-o', 'UUID', '--target', path]);
  const file = `/sys/fs/btrfs/${stdout.trim()}/qgroups/mode`;
  return (await readFile(file, 'utf8').catch(() => undefined))?.trim();
}
