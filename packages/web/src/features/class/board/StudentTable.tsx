import type { StudentView } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Checkbox, UnstyledButton } from '@mantine/core';
import { VirtualTable, type GridColumn } from '../../../components/VirtualTable.tsx';
import { classText } from '../classText.ts';
import classes from './board.module.css';
import { describeStudent, nameOf } from './describeStudent.ts';
import { useRowKeys } from './useRowKeys.ts';
import { toggled } from './selection.ts';
import { lookOf } from './studentLooks.ts';
import type { Board } from './useBoard.ts';
import { useMinute } from '../../../components/useMinute.ts';

interface StudentTableProps {
  readonly board: Board;
  readonly onOpen: (environment: string) => void;
}

/** The same as the tiles, one row each: for more students than tiles can show. */
export function StudentTable({ board, onOpen }: StudentTableProps) {
  const { shown, selection, select } = board;
  const now = useMinute();
  const all = shown.map(({ environment }) => environment);
  return (
    <div onKeyDown={useRowKeys(board)} role="presentation">
      <Checkbox
        size="xs"
        m="8px 16px"
        label={classText.students(all.length)}
        checked={all.length > 0 && selection.length === all.length}
        indeterminate={selection.length > 0 && selection.length < all.length}
        onChange={() => select(selection.length === all.length ? [] : all)}
      />
      <VirtualTable
        label={classText.board}
        rows={shown}
        columns={[...nameColumns(board, onOpen), ...factColumns(now)]}
        keyOf={({ environment }) => environment}
        minWidth={940}
      />
    </div>
  );
}

const { columns: titles } = classText;

function nameColumns(
  { selection, select }: Board,
  onOpen: StudentTableProps['onOpen'],
): GridColumn<StudentView>[] {
  return [
    {
      title: '',
      width: '24px',
      show: ({ environment }) => (
        <Checkbox
          size="xs"
          aria-label={environment}
          checked={selection.includes(environment)}
          onChange={() => select(toggled(selection, environment))}
        />
      ),
    },
    {
      title: titles.student,
      width: 'minmax(140px, 1.4fr)',
      isName: true,
      show: (student) => (
        <UnstyledButton
          className={classes.rowName}
          data-environment={student.environment}
          dir="auto"
          title={nameOf(student)}
          onClick={() => onOpen(student.environment)}
        >
          {nameOf(student)}
        </UnstyledButton>
      ),
    },
  ];
}

function factColumns(now: number): GridColumn<StudentView>[] {
  return [
    { title: titles.section, width: '80px', show: ({ section = '' }) => section },
    { title: titles.state, width: '140px', show: (student) => <StateCell student={student} /> },
    {
      title: titles.checks,
      width: '64px',
      show: ({ checks: { passed, total } }) => (total > 0 ? classText.checks(passed, total) : ''),
    },
    {
      title: titles.release,
      width: '64px',
      show: ({ release }) => (release === undefined ? '' : classText.onRelease(release)),
    },
    {
      title: titles.use,
      width: '80px',
      show: ({ usage }) => (usage ? printSize(usage.memoryBytes) : ''),
    },
    { title: titles.seen, width: '110px', show: (student) => describeStudent(student, now).seen },
    {
      title: titles.note,
      width: 'minmax(160px, 2fr)',
      show: (student) => {
        const { note } = describeStudent(student, now);
        return <span title={note}>{note}</span>;
      },
    },
  ];
}

function StateCell({ student }: { readonly student: StudentView }) {
  const look = lookOf(student);
  return (
    <span className={classes.tileState}>
      <look.icon aria-hidden size={16} stroke={1.5} color={`var(--labcast-state-${look.color})`} />
      {look.word}
    </span>
  );
}
