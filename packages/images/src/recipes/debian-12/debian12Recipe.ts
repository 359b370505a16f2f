import { join } from 'node:path';
import { machineRecipe } from '../../machineRecipe.ts';

const here = import.meta.dirname;

/** What a person expects to find when they open a terminal, without compilers, manuals or servers. */
export const machinePackages = [
  'bash-completion',
  'ca-certificates',
  'curl',
  'dbus',
  'iproute2',
  'iputils-ping',
  'less',
  'nano',
  'netbase',
  'netcat-openbsd',
  'openssh-client',
  'procps',
  'sudo',
  'systemd',
  'systemd-sysv',
  'tmux',
  'vim-tiny',
] as const;

/** Units for address, name and identity, the user `student`, bounded tmpfs: what every machine of ours has. */
export const machineOverlay = join(here, 'root');
export const machineSetup = join(here, 'setup.sh');

export const debian12Recipe = machineRecipe({
  name: 'debian-12',
  description: 'Debian 12 machine for Labcast: systemd, sudo, the usual tools of a terminal',
  suite: 'bookworm',
  variant: 'minbase',
  // A machine may be a lab's firewall, and a lab without internet could not install one.
  packages: [...machinePackages, 'nftables'],
  overlays: [machineOverlay],
  setup: machineSetup,
});
