import type RFB from '@novnc/novnc';
import { useEffect, useRef, useState } from 'react';
import { typeOut } from './typeOut.ts';

export interface Typing {
  readonly isRunning: boolean;
  readonly typed: number;
  readonly total: number;
  readonly untypable: readonly string[];
  readonly start: (text: string) => void;
  readonly stop: () => void;
}

/** Slow enough for a boot screen that looks at its keyboard now and then. */
const betweenMs = 15;
const nothing = { typed: 0, total: 0, untypable: [] as readonly string[] };

/** Sends text as keystrokes, one after another. */
export function useTyping(screen: RFB | undefined, machine: 'desktop' | 'vm'): Typing {
  const [progress, setProgress] = useState(nothing);
  const [isRunning, setRunning] = useState(false);
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  const stop = () => {
    clearInterval(timer.current);
    setRunning(false);
  };
  useEffect(() => stop, [screen]);
  const start = (text: string) => {
    const { strokes, untypable } = typeOut(text, machine);
    let typed = 0;
    stop();
    setRunning(true);
    setProgress({ typed, total: strokes.length, untypable });
    timer.current = setInterval(() => {
      const stroke = strokes[typed];
      if (!stroke || !screen) {
        stop();
        return;
      }
      for (const { keysym, code, down } of stroke) screen.sendKey(keysym, code, down);
      typed += 1;
      setProgress({ typed, total: strokes.length, untypable });
    }, betweenMs);
  };
  return { ...progress, isRunning, start, stop };
}
