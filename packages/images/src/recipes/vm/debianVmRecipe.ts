import { join } from 'node:path';
import { machineOverlay, machinePackages } from '../debian-12/debian12Recipe.ts';
import { desktopOverlay, desktopPackages, softwareRendering } from '../desktop/desktopRecipe.ts';
import { guestDiskRecipe } from './guestDiskRecipe.ts';
import { vmImageRecipe } from './vmImageRecipe.ts';

const here = import.meta.dirname;

/** What every guest of ours has besides its kernel. */
const guestPackages = [
  ...machinePackages,
  'initramfs-tools',
  'kmod',
  'qemu-guest-agent',
  'udev',
] as const;

const guestOverlays = [machineOverlay, join(here, 'guest/root')] as const;
const guestSetup = join(here, 'guest/setup.sh');

/** The kernel for clouds has no graphics: it is half as large and starts sooner. */
export const debianVmRecipe = vmImageRecipe({
  name: 'debian-vm',
  description: 'Debian 12 virtual machine for Labcast: own kernel, text console',
  disk: guestDiskRecipe({
    name: 'debian-vm-disk',
    description: 'Disk of a Debian 12 virtual machine',
    suite: 'bookworm',
    variant: 'minbase',
    packages: [...guestPackages, 'linux-image-cloud-amd64'],
    overlays: guestOverlays,
    setup: guestSetup,
  }),
});

/** The general kernel, which has graphics, and the desktop that containers have. */
export const debianVmDesktopRecipe = vmImageRecipe({
  name: 'debian-vm-desktop',
  description: 'Debian 12 virtual machine for Labcast: own kernel, Xfce, browser, editor',
  disk: guestDiskRecipe({
    name: 'debian-vm-desktop-disk',
    description: 'Disk of a Debian 12 virtual machine with a desktop',
    suite: 'bookworm',
    variant: 'minbase',
    packages: [
      ...guestPackages,
      ...desktopPackages,
      'linux-image-amd64',
      'x11-xserver-utils',
      'xserver-xorg-core',
      'xserver-xorg-input-libinput',
    ],
    excludes: softwareRendering,
    overlays: [...guestOverlays, desktopOverlay, join(here, 'guest-desktop/root')],
    setup: join(here, 'guest-desktop/setup.sh'),
    setupFiles: [guestSetup],
  }),
});
