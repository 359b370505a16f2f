import type { ElementStatus } from '@labcast/domain';
import type { ReactNode } from 'react';
import type { ConsoleAddress } from '../../routes/consoleAddress.ts';

/** What every console gets, of whichever kind. */
export interface ConsolePaneProps {
  readonly address: ConsoleAddress;
  /** As it is now; undefined while that is not known. */
  readonly element: ElementStatus | undefined;
  /** Whether it is seen now; hidden ones keep their connection. */
  readonly isShown: boolean;
  /** Puts the focus into it as soon as it works. */
  readonly isFocused: boolean;
  /** Looks on at first, without typing: for those who come to somebody else's console. */
  readonly isGuest?: boolean | undefined;
  /** Buttons of the dock or window, at the end of the toolbar. */
  readonly tools: ReactNode;
  /** Opens the logs of the same element. */
  readonly onLog: (() => void) | undefined;
}
