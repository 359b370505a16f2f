import { join } from 'node:path';
import { appRecipe } from '../../apps/appRecipe.ts';
import type { Recipe } from '../../recipe.ts';

const here = import.meta.dirname;
const setupFiles = [join(here, '../keepOnly.sh')];

/** The web server of the catalogue. `kubectl exec` finds a shell in it. */
const nginx = appRecipe({
  name: 'nginx',
  description: 'nginx web server, from Debian packages',
  suite: 'bookworm',
  variant: 'extract',
  packages: ['nginx', 'busybox-static'],
  overlays: [join(here, 'nginx/root')],
  setup: join(here, 'nginx/setup.sh'),
  setupFiles,
  reference: 'localhost/labcast/nginx:1',
  config: {
    Entrypoint: ['/usr/sbin/nginx'],
    Cmd: ['-g', 'daemon off;'],
    Env: ['PATH=/usr/sbin:/usr/bin:/sbin:/bin'],
    ExposedPorts: { '80/tcp': {} },
    // Lets requests under way finish.
    StopSignal: 'SIGQUIT',
  },
});

/** A shell with the usual small tools, for pods that only move files about. */
const busybox = appRecipe({
  name: 'busybox',
  description: 'Shell and small tools in one file',
  suite: 'bookworm',
  variant: 'extract',
  packages: ['busybox-static'],
  overlays: [],
  setup: join(here, 'busybox/setup.sh'),
  setupFiles,
  reference: 'localhost/labcast/busybox:1',
  config: { Cmd: ['sh'], Env: ['PATH=/usr/sbin:/usr/bin:/sbin:/bin'] },
});

/**
 * What holds a pod's namespaces. catatonit's pause mode waits for signals and reaps orphans; it is static, made for this
 * (Podman's pods use it so), needs no compiler on this machine and has 44 KiB of memory of its own.
 */
const pause = appRecipe({
  name: 'pause',
  description: "Holds a pod's namespaces",
  suite: 'bookworm',
  variant: 'extract',
  packages: ['catatonit'],
  overlays: [],
  setup: join(here, 'pause/setup.sh'),
  setupFiles,
  reference: 'localhost/labcast/pause:1',
  config: { Entrypoint: ['/pause', '-P'] },
});

/** Images for apps and for what clusters themselves run; built as archives, never imported into Incus. */
export const appRecipes: readonly Recipe[] = [nginx, busybox, pause];
