import { useWindowEvent } from '@mantine/hooks';
import { isShortcut } from './isShortcut.ts';

/** `?` opens the list of a page's keys from anywhere on it, but for fields, dialogs and the inside of consoles. */
export function useKeysKey(open: () => void, isOn = true): void {
  useWindowEvent('keydown', (event) => {
    if (!isOn || event.key !== '?' || event.repeat || !isShortcut(event)) return;
    event.preventDefault();
    open();
  });
}
