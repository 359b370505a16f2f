import { Button } from '@mantine/core';
import { classText } from '../classText.ts';
import classes from './board.module.css';
import { StaleNote } from './StaleNote.tsx';
import type { Board } from './useBoard.ts';
import type { ClassAddress } from './useClassAddress.ts';

interface BoardNotesProps {
  readonly board: Board;
  readonly address: ClassAddress;
}

/** What there is to say of the board: its age, that its order is not the newest, that nobody passes the filters. */
export function BoardNotes({ board, address }: BoardNotesProps) {
  return (
    <>
      <StaleNote />
      {board.moved > 0 && (
        <div className={classes.offer} role="status">
          {classText.moved(board.moved)}
          <Button size="compact-xs" variant="default" onClick={board.sortAgain}>
            {classText.sortAgain}
          </Button>
        </div>
      )}
      {board.shown.length === 0 && (
        <div className={classes.offer}>
          {classText.noMatch}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => address.change({ state: '', section: '', q: '' })}
          >
            {classText.clearFilters}
          </Button>
        </div>
      )}
    </>
  );
}
