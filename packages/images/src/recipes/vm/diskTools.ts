import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bootstrap } from '../../debian/bootstrap.ts';
import type { BuildContext } from '../../recipe.ts';

/** What makes a disk that a computer starts from. */
export const diskToolPackages = [
  'coreutils',
  'dash',
  'e2fsprogs',
  'fdisk',
  'grub-common',
  'grub-efi-amd64-bin',
  'grub-pc-bin',
  'mtools',
  'qemu-utils',
  'sed',
] as const;

/** The folder in the root of the tools, where work is laid for them. */
export const workshop = 'build';

/** A root of its own with the tools, so that nothing of it need be on the host or in an image. Returns its path. */
export async function makeDiskTools(context: BuildContext): Promise<string> {
  const root = join(context.workDir, 'tools');
  await bootstrap(
    { suite: 'bookworm', variant: 'extract', packages: diskToolPackages, root },
    context,
  );
  await mkdir(join(root, workshop));
  return root;
}
