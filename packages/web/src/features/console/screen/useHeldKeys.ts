import type RFB from '@novnc/novnc';
import { useEffect, useState } from 'react';
import { holdingKeyNames, holdingKeys, type HoldingKey } from './screenKeys.ts';

/** Keys that stay down in the machine until they are let go. */
export function useHeldKeys(screen: RFB | undefined) {
  const [held, setHeld] = useState<readonly HoldingKey[]>([]);
  // A new connection knows nothing of what was held in the old one.
  useEffect(() => setHeld([]), [screen]);
  const send = (name: HoldingKey, down: boolean) => {
    const { keysym, code } = holdingKeys[name];
    screen?.sendKey(keysym, code, down);
  };
  return {
    held,
    toggle: (name: HoldingKey) => {
      const isDown = held.includes(name);
      send(name, !isDown);
      setHeld(isDown ? held.filter((other) => other !== name) : [...held, name]);
    },
    letGo: () => {
      for (const name of holdingKeyNames) if (held.includes(name)) send(name, false);
      setHeld([]);
    },
  };
}
