import { join } from 'node:path';
import { machineRecipe } from '../../machineRecipe.ts';

const here = import.meta.dirname;

/** Busybox as init, dnsmasq and nftables, and nothing else: every environment has one, so each megabyte counts. */
export const gatewayRecipe = machineRecipe({
  name: 'gateway',
  description: 'Labcast gateway: DHCP, DNS and firewall of one environment',
  suite: 'bookworm',
  variant: 'extract',
  packages: ['busybox-static', 'dnsmasq-base', 'nftables'],
  overlays: [join(here, 'root')],
  setup: join(here, 'setup.sh'),
  setupFiles: [join(here, '../keepOnly.sh')],
});
