import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../build/runCommand.ts';
import { machineRecipe } from '../../machineRecipe.ts';
import type { BuildContext } from '../../recipe.ts';
import { machineOverlay, machineSetup } from '../debian-12/debian12Recipe.ts';
import { diskToolPackages, makeDiskTools, workshop } from './diskTools.ts';

const here = import.meta.dirname;
const makeProbe = join(here, 'host/makeProbe.sh');

/**
 * The container in which QEMU runs a guest; nobody works in it. By itself it has no disk: for one that somebody uploads,
 * or an empty one to install on.
 */
export const vmHostRecipe = machineRecipe({
  name: 'vm-host',
  description: 'Container for Labcast in which QEMU runs a virtual machine',
  suite: 'bookworm',
  variant: 'minbase',
  packages: [
    'dbus',
    'iproute2',
    'ovmf',
    'procps',
    'python3',
    'qemu-system-x86',
    'qemu-utils',
    'seabios',
    'socat',
    'sudo',
    'systemd',
    'systemd-sysv',
  ],
  overlays: [machineOverlay, join(here, 'host/root')],
  setup: join(here, 'host/setup.sh'),
  setupFiles: [machineSetup, makeProbe],
  inputs: { tools: diskToolPackages },
  finish: addProbe,
});

/** The little disk by which `vm-run` finds out whether KVM works. */
async function addProbe(root: string, context: BuildContext): Promise<void> {
  const tools = await makeDiskTools(context);
  await copyFile(makeProbe, join(tools, workshop, 'makeProbe.sh'));
  await runCommand(['chroot', tools, 'sh', `/${workshop}/makeProbe.sh`], {
    logFile: context.logFile,
  });
  await copyFile(join(tools, workshop, 'probe.img'), join(root, 'usr/lib/labcast/probe.img'));
}
