import { useRef, useState } from 'react';
import { pasteLines } from './pasteLines.ts';

/** Asks once in a console before several lines go into its shell. */
export function usePasting(paste: (text: string) => void) {
  const [asked, setAsked] = useState<string>();
  const isAllowed = useRef(false);
  return {
    asked,
    ask: (text: string) => {
      if (text === '') return;
      if (isAllowed.current || pasteLines(text) === 0) paste(text);
      else setAsked(text);
    },
    answer: (isYes: boolean) => {
      if (isYes && asked !== undefined) {
        isAllowed.current = true;
        paste(asked);
      }
      setAsked(undefined);
    },
  };
}
