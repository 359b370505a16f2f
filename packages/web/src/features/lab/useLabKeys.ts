import type { KeyboardEvent } from 'react';
import type { LabAddress } from './useLabAddress.ts';

/** What keys do once one is out of the consoles. */
export function useLabKeys(address: LabAddress, check: () => void) {
  return (event: KeyboardEvent) => {
    const deed = keyDeed(event);
    if (deed === undefined) return;
    if (deed === 'guide') address.setGuideOff(!address.isGuideOff);
    else if (deed === 'check') check();
    else if (deed === 'full') pressFull(event.currentTarget);
    else {
      const name = address.consoles[deed - 1];
      if (name === undefined) return;
      address.setConsoles(address.consoles, name);
    }
    event.preventDefault();
  };
}

/** Letters count where nobody types: outside of consoles and fields. */
function keyDeed(event: KeyboardEvent): number | 'guide' | 'check' | 'full' | undefined {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || !(target instanceof HTMLElement)) return undefined;
  if (!target.closest('[role="toolbar"], button')) return undefined;
  if (/^[1-9]$/.test(key)) return Number(key);
  return ({ i: 'guide', k: 'check', f: 'full' } as const)[key.toLowerCase()];
}

/** Of the console that is seen: its own button knows how. */
function pressFull(desk: Element): void {
  const buttons = [...desk.querySelectorAll<HTMLElement>('button[data-full]')];
  buttons.find((button) => button.checkVisibility())?.click();
}
