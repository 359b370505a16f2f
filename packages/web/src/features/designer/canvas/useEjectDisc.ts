import { useCallback } from 'react';
import { callElement, elementPath } from '../../../api/consoles.ts';
import { describeError } from '../../../components/describeError.ts';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';

/** Takes the disc out of a machine. No state shows it, so it is told either way. */
export function useEjectDisc(): (element: string) => void {
  const { address, notify } = useDesign();
  return useCallback(
    (element) => {
      callElement(`${elementPath({ ...address, element })}/eject`, { method: 'POST' }).then(
        () => notify(designText.card.ejected(element)),
        (error: unknown) => {
          const { message, remedy } = describeError(error);
          notify([message, remedy].filter(Boolean).join(' '));
        },
      );
    },
    [address, notify],
  );
}
