import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createIncusClient } from '@labcast/incus';
import { incusSocketPath, removeProjectByForce } from '@labcast/incus/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/ensureBuilt.ts';
import { runCommand } from '../../build/runCommand.ts';
import { bootstrap } from '../../debian/bootstrap.ts';
import { ensureImage } from '../../ensureImage.ts';
import type { Recipe } from '../../recipe.ts';
import { until } from '../../testing/until.ts';
import { diskToolPackages, workshop } from './diskTools.ts';
import { vmHostRecipe } from './vmHostRecipe.ts';

const cacheDir = process.env.LABCAST_CACHE_DIR ?? '/var/cache/labcast';
const pool = process.env.LABCAST_STORAGE_POOL ?? 'labcast';
const project = `test-disc-${randomBytes(3).toString('hex')}`;
const incus = createIncusClient({ endpoint: { socketPath: incusSocketPath }, project });
const packages = [...diskToolPackages, 'xorriso'];

/** Discs as installers have them: GRUB for BIOS and for UEFI on one, which also starts from a disk. Each says its name. */
const discs: Recipe = {
  name: 'test-discs',
  description: 'ISO images with GRUB, for tests',
  inputs: { packages, version: '1' },
  files: [],
  async build(context) {
    const root = join(context.workDir, 'tools');
    await bootstrap({ suite: 'bookworm', variant: 'extract', packages, root }, context);
    for (const name of ['disc', 'disk']) {
      const folder = join(root, workshop, name, 'boot/grub');
      await mkdir(folder, { recursive: true });
      const says = `started from the ${name} by $grub_platform`;
      await writeFile(
        join(folder, 'grub.cfg'),
        `serial\nterminal_output serial\necho "${says}"\nsleep 3600\n`,
      );
      const made = `/${workshop}/${name}.iso`;
      await runCommand(
        ['chroot', root, 'grub-mkrescue', '-o', made, `/${workshop}/${name}`],
        context,
      );
      await rename(join(root, made), join(context.outputDir, `${name}.iso`));
    }
  },
};

async function run(instance: string, script: string): Promise<string> {
  const { stdout, stderr } = await incus.exec(instance, { command: ['sh', '-c', script] });
  return stdout.toString() + stderr.toString();
}

/** GRUB does not hear the power button. */
const switchOff = 'labcast-vm stop --seconds 1; systemctl stop labcast-vm';

let folder: string;
beforeAll(async () => {
  await incus.ensureProject();
  await ensureImage(vmHostRecipe, { cacheDir, incus });
  ({ folder } = await ensureBuilt(discs, { cacheDir }));
});
afterAll(async () => {
  await removeProjectByForce(incus);
  await incus.close();
});

async function make(name: string, firmware: 'bios' | 'uefi'): Promise<void> {
  await incus.createInstance({
    name,
    image: 'labcast/vm-host',
    config: {
      'security.idmap.isolated': 'true',
      'environment.LABCAST_ENVIRONMENT': 'abcdefg',
      'environment.LABCAST_VM_MEMORY_MIB': '128',
      'environment.LABCAST_VM_DISK_MIB': '64',
      'environment.LABCAST_VM_FIRMWARE': firmware,
      'environment.LABCAST_VM_ACCELERATION': 'tcg',
    },
    devices: {
      root: { type: 'disk', path: '/', pool },
      tun: { type: 'unix-char', source: '/dev/net/tun', path: '/dev/net/tun', mode: '0666' },
    },
    start: true,
  });
  for (const disc of ['disc', 'disk']) {
    const content = await buffer(createReadStream(join(folder, `${disc}.iso`)));
    await incus.writeFile(name, `/var/tmp/${disc}.iso`, content, { mode: '0644', uid: 0, gid: 0 });
  }
}

test.each([
  ['bios', 'pc'],
  ['uefi', 'efi'],
] as const)(
  'with %s a machine starts from its disc until there is a system on its disk',
  async (firmware, platform) => {
    const name = `on-${firmware}`;
    const log = (): Promise<string> => run(name, 'cat /var/lib/vm/serial.log');
    const status = (): Promise<string> => run(name, 'labcast-vm status');
    await make(name, firmware);
    await until(() => run(name, 'systemctl is-active labcast-vm'), /^active/, 60);
    await run(name, `${switchOff}; cp /var/tmp/disc.iso /var/lib/vm/upload`);
    expect(JSON.parse(await run(name, 'labcast-vm import /var/lib/vm/upload'))).toMatchObject({
      format: 'iso',
    });
    await run(name, 'systemctl start labcast-vm');
    await until(log, new RegExp(`started from the disc by ${platform}`), 120);
    expect(await status()).toContain('upload.iso');

    // As if an installer had been there.
    await run(
      name,
      `${switchOff}; cd /var/lib/vm; : >serial.log; ` +
        'qemu-img convert -f raw -O qcow2 /var/tmp/disk.iso disk.qcow2; chown vm:vm disk.qcow2; ' +
        'systemctl start labcast-vm',
    );
    await until(log, new RegExp(`started from the disk by ${platform}`), 120);
    expect(await log()).not.toContain('from the disc');

    expect(await status()).toContain('upload.iso');
    // Once more is harmless.
    expect(await run(name, 'labcast-vm eject && labcast-vm eject && echo done')).toBe('done\n');
    expect(JSON.parse(await status())).toMatchObject({ state: 'running', disc: null });
  },
);
