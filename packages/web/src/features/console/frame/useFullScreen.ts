import { useEffect, useState } from 'react';

interface KeyboardLock {
  lock?(): Promise<void>;
  unlock?(): void;
}

/** Chromium's, over HTTPS only (Keyboard Lock). */
function keyboardLock(): KeyboardLock | undefined {
  return (navigator as { keyboard?: KeyboardLock }).keyboard;
}

export interface FullScreen {
  readonly isFull: boolean;
  /** All keys go into the machine, also those that the browser usually keeps. */
  readonly isLocked: boolean;
  readonly toggle: () => void;
}

/** The whole page goes full, because menus stand outside of the console; the console then covers the page. */
export function useFullScreen(): FullScreen {
  const [isFull, setFull] = useState(false);
  const [isLocked, setLocked] = useState(false);
  useEffect(() => {
    const onChange = () => {
      if (document.fullscreenElement !== null) return;
      setFull(false);
      setLocked(false);
      keyboardLock()?.unlock?.();
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  const enter = async () => {
    await document.documentElement.requestFullscreen();
    setFull(true);
    const lock = keyboardLock();
    if (!lock?.lock) return;
    await lock.lock();
    setLocked(true);
  };
  const toggle = () => {
    if (document.fullscreenElement === null) enter().catch(() => undefined);
    else void document.exitFullscreen();
  };
  return { isFull, isLocked, toggle };
}
