import {
  IconAppWindow,
  IconBox,
  IconDeviceDesktop,
  IconHexagons,
  IconNetwork,
  IconRouter,
  type Icon,
} from '@tabler/icons-react';

/** What each kind of thing is known by, besides its shape. */
export const kindIcons = {
  container: IconBox,
  vm: IconDeviceDesktop,
  cluster: IconHexagons,
  app: IconAppWindow,
  network: IconNetwork,
  gateway: IconRouter,
} as const satisfies Record<string, Icon>;
