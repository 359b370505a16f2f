import type { ElementAddress } from '../../../api/consoles.ts';
import { runInDesktop } from './runInDesktop.ts';

/** As much as Xvnc itself passes on. */
const mostBytes = 262_144;

/**
 * What was copied in the desktop before anybody looked on, or while the line was cut: VNC tells only what is copied from
 * now on. Empty when it is no text.
 */
export function readDesktopClipboard(address: ElementAddress): Promise<string> {
  const script = `timeout 5 xclip -o -selection clipboard 2>/dev/null | head -c ${mostBytes}`;
  return runInDesktop(address, script);
}
