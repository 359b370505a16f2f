import type { QueryClient } from '@tanstack/react-query';
import type { ElementAddress } from '../../../api/consoles.ts';
import { runInDesktop } from './runInDesktop.ts';

/** As much as Xvnc itself passes on. */
const mostBytes = 262_144;

/** 124 is timeout's: who owns the clipboard was too busy to answer. Other failures say that it holds no text. */
const script = `
set -o pipefail
timeout 5 xclip -o -selection clipboard 2>/dev/null | head -c ${mostBytes}
[ $? != 124 ]`;

/**
 * What was copied in the desktop before anybody looked on, or while the line was cut: VNC tells only what is copied from
 * now on. Empty when it is no text. Asks again when the desktop is too busy to answer; rejects when it stays so.
 */
export function readDesktopClipboard(
  queries: QueryClient,
  address: ElementAddress,
): Promise<string> {
  return queries.query({
    queryKey: ['desktop-clipboard', address],
    queryFn: () => runInDesktop(address, script),
    staleTime: 0,
    retry: 3,
  });
}
