import type { LabTerminal } from './createTerminal.ts';
import { PasteQuestion } from './PasteQuestion.tsx';
import { pasteLines } from './pasteLines.ts';
import { TerminalSearch } from './TerminalSearch.tsx';
import type { usePasting } from './usePasting.ts';

interface TerminalBarsProps {
  readonly lab: LabTerminal | undefined;
  readonly pasting: ReturnType<typeof usePasting>;
  readonly isFinding: boolean;
  readonly onFound: () => void;
  readonly onEnter: () => void;
}

/** What comes between toolbar and terminal while it is needed. */
export function TerminalBars({ lab, pasting, isFinding, onFound, onEnter }: TerminalBarsProps) {
  return (
    <>
      {isFinding && lab && (
        <TerminalSearch
          lab={lab}
          onClose={() => {
            onFound();
            onEnter();
          }}
        />
      )}
      {pasting.asked !== undefined && (
        <PasteQuestion
          count={pasteLines(pasting.asked)}
          onAnswer={(isYes) => {
            pasting.answer(isYes);
            onEnter();
          }}
        />
      )}
    </>
  );
}
