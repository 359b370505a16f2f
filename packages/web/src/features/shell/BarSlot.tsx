import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './Shell.module.css';

const slotId = 'labcast-bar-slot';

/** The place in the bar where a page shows in what state the thing it is about is. */
export function BarSlotTarget() {
  return <div id={slotId} className={classes.slot} />;
}

export function BarSlot({ children }: { readonly children: ReactNode }) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  useEffect(() => setTarget(document.getElementById(slotId)), []);
  return target && createPortal(children, target);
}
