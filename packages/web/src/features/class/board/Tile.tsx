import type { StudentView } from '@labcast/api-client';
import { memo, type MouseEvent } from 'react';
import { useNow } from '../../../components/useNow.ts';
import { classText } from '../classText.ts';
import { CheckBar } from './CheckBar.tsx';
import classes from './board.module.css';
import { describeStudent, nameOf, type StudentWords } from './describeStudent.ts';
import { lookOf } from './studentLooks.ts';
import type { TileSize } from './tileSize.ts';

export interface TileProps {
  readonly student: StudentView;
  readonly size: TileSize;
  readonly isSelected: boolean;
  /** The one that Tab leads to. */
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  /** Of the assignment: named on the tile where the student has another one. */
  readonly newestRelease: number | undefined;
  /** Milliseconds, coarse: a new one draws all tiles again. */
  readonly minute: number;
  readonly onPress: (environment: string, event: MouseEvent) => void;
  readonly onPick: (environment: string) => void;
}

/** One student. Drawn again only when something about this one changes. */
export const Tile = memo(function Tile(props: TileProps) {
  const { student, size, isSelected, isCurrent, isOpen, minute } = props;
  const { environment, step } = student;
  const now = useNow(step !== undefined);
  const words = describeStudent(student, Math.max(now, minute));
  const look = lookOf(student);
  const old = oldRelease(props);
  const unseen = unseenWords(props, words, old);
  return (
    <div
      role="option"
      aria-selected={isSelected}
      tabIndex={isCurrent ? 0 : -1}
      className={classes.tile}
      data-environment={environment}
      data-size={size}
      data-edge={look.edge}
      data-open={isOpen || undefined}
      style={{ '--state': `var(--labcast-state-${look.color})` } as React.CSSProperties}
      title={size === 'compact' ? `${nameOf(student)}, ${unseen}` : undefined}
      onClick={(event) => props.onPress(environment, event)}
    >
      <TileHead {...props} />
      {size !== 'compact' && (
        <span className={classes.tileState}>
          <look.icon aria-hidden size={16} stroke={1.5} className={classes.tileIcon} />
          <span className={classes.tileWord}>{words.word}</span>
          {old !== undefined && <span className={classes.tileRelease}>{old}</span>}
        </span>
      )}
      {size === 'large' && (
        <span className={classes.tileNote} title={words.note}>
          {words.note}
        </span>
      )}
      <span className={classes.tileFoot}>
        <CheckBar {...student.checks} hasNumber={size !== 'compact'} />
        {/* Beside the bar, so that all of the width is the name's. */}
        {size === 'compact' && (
          <look.icon aria-hidden size={16} stroke={1.5} className={classes.tileIcon} />
        )}
        {size === 'large' && <span className={classes.tileSeen}>{words.seen}</span>}
      </span>
      <span className={classes.unseen}>{unseen}</span>
    </div>
  );
});

/** Who it is, and the way to select by the pointer; keys select by Space. */
function TileHead({ student, size, isSelected, onPick }: TileProps) {
  const { environment } = student;
  const isCompact = size === 'compact';
  return (
    <span className={classes.tileHead}>
      <bdi className={classes.tileName} title={isCompact ? undefined : nameOf(student)}>
        {nameOf(student)}
      </bdi>
      {!isCompact && (
        <span
          aria-hidden
          className={classes.pick}
          data-picked={isSelected || undefined}
          onClick={(event) => {
            event.stopPropagation();
            onPick(environment);
          }}
        />
      )}
    </span>
  );
}

/** The release that the student has, when it is not the newest. */
function oldRelease({ student, newestRelease }: TileProps): string | undefined {
  const { release } = student;
  return release === undefined || newestRelease === undefined || release === newestRelease
    ? undefined
    : classText.onRelease(release);
}

/** What the tile of this size has no room for. */
function unseenWords({ student, size }: TileProps, words: StudentWords, old: string | undefined) {
  const { people, environment, checks } = student;
  const hasName = people.length > 0;
  const passed = checks.total > 0 && classText.checksLong(checks.passed, checks.total);
  const always = [passed, hasName && environment];
  const unseen = {
    large: always,
    medium: [...always, words.note, words.seen],
    compact: [words.word, ...always, words.note, words.seen, old],
  };
  return unseen[size].filter(Boolean).join(', ');
}
