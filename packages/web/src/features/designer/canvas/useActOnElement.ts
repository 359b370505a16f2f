import { useCallback } from 'react';
import { callElement, elementPath } from '../../../api/consoles.ts';
import { useDesign } from '../design/Design.ts';

type ElementAction = 'restart' | 'start' | 'stop' | 'retry';

/** Asks for something that changes no blueprint. What comes of it is told by the element's state. */
export function useActOnElement(): (element: string, action: ElementAction) => void {
  const { address, notify } = useDesign();
  return useCallback(
    (element, action) => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action }),
      };
      callElement(`${elementPath({ ...address, element })}/actions`, init).catch((error: unknown) =>
        notify(error instanceof Error ? error.message : String(error)),
      );
    },
    [address, notify],
  );
}
