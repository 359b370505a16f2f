import type { AssignmentDetail, ClassView } from '@labcast/api-client';
import { Stack } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { KeysButton } from '../../components/KeysButton.tsx';
import { ActionBar } from './actions/ActionBar.tsx';
import { BulkAnswer } from './actions/BulkAnswer.tsx';
import { DeedDialogs } from './actions/DeedDialogs.tsx';
import { deleteFacts } from './actions/deleteFacts.ts';
import { useDeeds } from './actions/useDeeds.ts';
import classes from './board/board.module.css';
import { BoardNotes } from './board/BoardNotes.tsx';
import { BoardTools } from './board/BoardTools.tsx';
import { StudentTable } from './board/StudentTable.tsx';
import { TileGrid } from './board/TileGrid.tsx';
import { mostTiles } from './board/tileSize.ts';
import { useBoard } from './board/useBoard.ts';
import { useClassAddress } from './board/useClassAddress.ts';
import { withRollout } from './board/withRollout.ts';
import { ClassHead } from './ClassHead.tsx';
import { classText } from './classText.ts';
import { StudentDrawer } from './detail/StudentDrawer.tsx';
import { useClassKeys } from './useClassKeys.ts';

interface ClassBoardProps {
  readonly assignment: AssignmentDetail;
  readonly view: ClassView;
  readonly elements: readonly string[];
  /** Of who looks: assistants help, instructors also deploy, update and delete. */
  readonly mayChange: boolean;
}

/** All students at one glance: who needs me, what is going on, and what can be done. */
export function ClassBoard({ assignment, view, elements, mayChange }: ClassBoardProps) {
  const { slug, name } = assignment;
  const { release, rollout } = view;
  const students = useMemo(() => withRollout(view.students, rollout), [view.students, rollout]);
  const address = useClassAddress();
  const board = useBoard(students, address);
  const deeds = useDeeds(slug, { mayChange, firstElement: elements[0] });
  const findField = useRef<HTMLInputElement>(null);
  useClassKeys({ board, address, deeds, findField });
  const { search } = address;
  const shownView = search.view ?? (board.shown.length > mostTiles ? 'table' : 'tiles');
  const isOpen = students.some(({ environment }) => environment === search.student);
  const open = (environment: string | undefined) =>
    address.change({ student: environment }, search.student === undefined);
  return (
    <Stack gap="md" className={classes.board} data-beside={isOpen || undefined}>
      <ClassHead
        assignment={slug}
        view={view}
        mayChange={mayChange}
        onShow={board.select}
        onRollBack={(environments) => deeds.ask('roll-back', environments)}
      />
      <BulkAnswer deeds={deeds} />
      <BoardTools students={students} address={address} view={shownView} findField={findField} />
      <BoardNotes board={board} address={address} />
      {shownView === 'tiles' ? (
        <TileGrid
          board={board}
          open={search.student}
          newestRelease={release?.number}
          onOpen={open}
        />
      ) : (
        <StudentTable board={board} onOpen={open} />
      )}
      <ActionBar
        assignment={slug}
        selection={board.selection}
        leftOut={board.leftOut}
        deeds={deeds}
        onClear={() => board.select([])}
      />
      <div>
        <KeysButton
          label={classText.keys.show}
          title={classText.keys.title}
          sections={[{ rows: classText.keys.rows }]}
        />
      </div>
      <StudentDrawer
        assignment={slug}
        view={view}
        shown={board.shown}
        open={search.student}
        deeds={deeds}
        onOpen={open}
      />
      <DeedDialogs
        deeds={deeds}
        assignmentName={name}
        elements={elements}
        deleteFacts={(environments) => deleteFacts(students, environments)}
      />
    </Stack>
  );
}
