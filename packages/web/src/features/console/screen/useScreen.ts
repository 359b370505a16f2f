import type RFB from '@novnc/novnc';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { lastRoundTripMs } from '../connection/heartbeat.ts';
import { attachScreen, showScreen, type ScreenView } from './attachScreen.ts';
import type { ConsoleLine } from '../connection/ConsoleLine.ts';
import { qualityOf } from './quality.ts';
import type { ScreenLook } from './useScreenLook.ts';

interface UseScreen {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly look: ScreenLook;
  readonly machine: 'desktop' | 'vm';
  readonly isViewing: boolean;
  readonly decidesSize: boolean;
  readonly onCopied: (text: string) => void;
  readonly onClipboard: (screen: RFB) => void;
}

export interface LabScreen {
  /** Undefined while there is no connection. */
  readonly screen: RFB | undefined;
  readonly attach: (socket: WebSocket, line: ConsoleLine) => (() => void) | undefined;
}

/** The picture of a machine, as the person likes it. */
export function useScreen(options: UseScreen): LabScreen {
  const { place, look, machine, isViewing, decidesSize } = options;
  const [screen, setScreen] = useState<RFB>();
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    if (screen) showScreen(screen, viewOf({ look, machine, isViewing, decidesSize }));
  }, [screen, look, machine, isViewing, decidesSize]);
  return {
    screen,
    attach: (socket, line) => {
      if (!place.current) return undefined;
      return attachScreen(socket, {
        place: place.current,
        line,
        view: () => viewOf(latest.current),
        onScreen: setScreen,
        onCopied: (text) => latest.current.onCopied(text),
        onClipboard: (made) => latest.current.onClipboard(made),
      });
    },
  };
}

function viewOf(options: Omit<UseScreen, 'place' | 'onCopied' | 'onClipboard'>): ScreenView {
  const { look, machine, isViewing, decidesSize } = options;
  const quality = qualityOf(look.quality, lastRoundTripMs());
  // The size of a virtual machine's picture is its own.
  const fit = look.fit === 'resize' && machine === 'vm' ? 'scale' : look.fit;
  return { fit, quality, isViewing, decidesSize };
}
