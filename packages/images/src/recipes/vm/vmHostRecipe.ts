import { join } from 'node:path';
import { machineRecipe, type MachineRecipe } from '../../machineRecipe.ts';
import { machineOverlay, machineSetup } from '../debian-12/debian12Recipe.ts';

const here = import.meta.dirname;

/** The container in which QEMU runs a guest. Nobody works in it: it has no more than that takes. */
export const vmHost: Omit<MachineRecipe, 'name' | 'description'> = {
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
  setupFiles: [machineSetup],
};

/** Without a disk: for one that somebody uploads, or an empty one to install on. */
export const vmHostRecipe = machineRecipe({
  ...vmHost,
  name: 'vm-host',
  description: 'Container for Labcast in which QEMU runs a virtual machine',
});
