import { join } from 'node:path';
import { machineRecipe } from '../../machineRecipe.ts';
import { machineOverlay, machinePackages, machineSetup } from '../debian-12/debian12Recipe.ts';

const here = import.meta.dirname;

/** A light Xfce with a terminal, a file manager, an editor and a browser; also what the graphical VM has. */
export const desktopPackages = [
  'adwaita-icon-theme',
  'dbus-x11',
  'firefox-esr',
  'fonts-dejavu-core',
  'librsvg2-common',
  'mousepad',
  'thunar',
  'x11-xkb-utils',
  'xfce4-panel',
  'xfce4-session',
  'xfce4-settings',
  'xfce4-terminal',
  'xfconf',
  'xfdesktop4',
  'xfwm4',
] as const;

/** How Xfce and the browser are set up. */
export const desktopOverlay = join(here, 'root');

/**
 * OpenGL in software: LLVM and the drivers are a quarter of the image, and without a graphics card what needs them would
 * crawl anyway.
 */
export const softwareRendering = ['/usr/lib/*/libLLVM*', '/usr/lib/*/dri/*'] as const;

export const desktopRecipe = machineRecipe({
  name: 'desktop',
  description: 'Debian 12 desktop for Labcast: Xfce, browser, editor and terminal over VNC',
  suite: 'bookworm',
  variant: 'minbase',
  packages: [
    ...machinePackages,
    ...desktopPackages,
    'socat',
    'tigervnc-standalone-server',
    'xclip',
    'xfonts-base',
  ],
  excludes: softwareRendering,
  overlays: [machineOverlay, desktopOverlay, join(here, 'screen')],
  setup: join(here, 'setup.sh'),
  setupFiles: [machineSetup],
});
