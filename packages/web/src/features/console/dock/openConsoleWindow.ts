import { writeConsoleAddress, type ConsoleAddress } from '../../../routes/consoleAddress.ts';

/** Address of one console alone. */
export function consoleHref(address: ConsoleAddress): string {
  const { environment, element, console } = writeConsoleAddress(address);
  return `/c/${[environment, element, console].map(encodeURIComponent).join('/')}`;
}

/** Opens it in a window of its own, or shows the one that is open. False when the browser refused. */
export function openConsoleWindow(address: ConsoleAddress): boolean {
  const href = consoleHref(address);
  return window.open(href, href, 'popup,width=1100,height=720') !== null;
}
