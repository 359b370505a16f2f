import { execFile } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface BusyboxImage {
  readonly metadata: string;
  readonly rootfs: string;
  remove(): Promise<void>;
}

const architectures: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' };

/** The smallest image that boots: Debian's busybox-static as init and as every command. Two tarballs of 2 MB. */
export async function buildBusyboxImage(): Promise<BusyboxImage> {
  const folder = await mkdtemp(join(tmpdir(), 'busybox-image-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const root = join(folder, 'root');
    const directories = ['bin', 'dev', 'etc', 'proc', 'root', 'run', 'sbin', 'sys', 'tmp'];
    for (const name of directories) await mkdir(join(root, name), { recursive: true });
    await chmod(join(root, 'tmp'), 0o1777);
    await run('cp', [await findBusybox(folder), join(root, 'bin/busybox')]);
    await symlink('/bin/busybox', join(root, 'sbin/init'));
    const { stdout } = await run(join(root, 'bin/busybox'), ['--list']);
    for (const name of stdout.trim().split('\n')) {
      if (name !== 'busybox') await symlink('busybox', join(root, 'bin', name));
    }
    await writeFile(join(root, 'etc/inittab'), '::sysinit:/bin/true\n');
    const architecture = architectures[process.arch] ?? process.arch;
    // Two builds must not be the same image, or the removal of one takes the other.
    const unique = `properties:\n  build: ${folder}\n`;
    const yaml = `architecture: ${architecture}\ncreation_date: 1700000000\n${unique}`;
    await writeFile(join(folder, 'metadata.yaml'), yaml);
    const metadata = join(folder, 'metadata.tar');
    const rootfs = join(folder, 'rootfs.tar');
    const owner = ['--numeric-owner', '--owner=0', '--group=0'];
    await run('tar', ['-C', folder, ...owner, '-cf', metadata, 'metadata.yaml']);
    await run('tar', ['-C', root, ...owner, '-cf', rootfs, '.']);
    return { metadata, rootfs, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** From the package, without installing it. */
async function findBusybox(folder: string): Promise<string> {
  await run('apt-get', ['download', 'busybox-static'], { cwd: folder });
  await run('sh', ['-c', 'dpkg-deb -x busybox-static*.deb package'], { cwd: folder });
  // Newer Debian has it below usr.
  const old = join(folder, 'package/bin/busybox');
  const isOld = await access(old).then(
    () => true,
    () => false,
  );
  return isOld ? old : join(folder, 'package/usr/bin/busybox');
}
