import { useEffect, useRef } from 'react';
import { useIsServerLost } from '../api/events/connection.ts';
import { RequestError } from '../api/RequestError.ts';
import { ErrorPanel } from './ErrorPanel.tsx';

const reload = () => location.reload();

interface MissingPartProps {
  /** As a person calls it: `This page`. */
  readonly name: string;
  /** Where nothing else is shown that could get lost. */
  readonly isAllOfThePage: boolean;
}

/** A part of the program that did not come. A browser asks for it again only together with the whole page. */
export function MissingPart({ name, isAllOfThePage }: MissingPartProps) {
  const isLost = useIsServerLost();
  const wasLost = useRef(isLost);
  useEffect(() => {
    if (isLost) wasLost.current = true;
    else if (wasLost.current && isAllOfThePage) reload();
  }, [isLost, isAllOfThePage]);
  const error = new RequestError('The Labcast server did not send this part.', {
    code: 'part-missing',
    remedy:
      isLost && isAllOfThePage
        ? 'It comes by itself when the server is back.'
        : 'Reload the page when the server answers. Your consoles stay.',
  });
  return (
    <ErrorPanel
      error={error}
      title={`${name} could not be loaded`}
      action="Reload page"
      onRetry={reload}
    />
  );
}
