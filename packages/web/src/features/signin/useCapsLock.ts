import { useState, type KeyboardEvent } from 'react';

/** Whether Caps Lock is on, as far as keys pressed in one field tell. */
export function useCapsLock() {
  const [isOn, setOn] = useState(false);
  const look = (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock'));
  return { isOn, listeners: { onKeyDown: look, onKeyUp: look } };
}
