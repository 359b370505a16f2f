import {
  IconAppWindow,
  IconDeviceDesktop,
  IconFileText,
  IconFolder,
  IconPlug,
  IconTerminal,
  type Icon,
} from '@tabler/icons-react';
import type { ConsoleKind } from '../../../routes/consoleName.ts';

export const kindIcons: Readonly<Record<ConsoleKind, Icon>> = {
  terminal: IconTerminal,
  screen: IconDeviceDesktop,
  serial: IconPlug,
  page: IconAppWindow,
  files: IconFolder,
  logs: IconFileText,
};
