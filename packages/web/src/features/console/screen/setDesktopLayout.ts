import type { ElementAddress } from '../../../api/consoles.ts';
import { setxkbmapArguments, type Layout } from './layouts.ts';
import { runInDesktop } from './runInDesktop.ts';

/** Runs setxkbmap in the desktop. Rejects with what it said. */
export async function setDesktopLayout(address: ElementAddress, layout: Layout): Promise<void> {
  await runInDesktop(address, 'exec setxkbmap "$@"', setxkbmapArguments(layout));
}
