import type { StudentView } from '@labcast/api-client';
import { UnstyledButton } from '@mantine/core';
import { studentGroups, type StudentGroup } from '../../../routes/parseClassSearch.ts';
import { classText } from '../classText.ts';
import classes from './board.module.css';
import { countGroups } from './groupOf.ts';

interface GroupFiltersProps {
  readonly students: readonly StudentView[];
  readonly groups: readonly StudentGroup[];
  readonly onChange: (groups: readonly StudentGroup[]) => void;
}

/** Those that are always there, with keys 2 to 6; 1 is all. */
export const keyedGroups = ['ready', 'starting', 'help', 'failed', 'idle'] as const;

/** How many are in which state; each is also the filter for it. */
export function GroupFilters({ students, groups, onChange }: GroupFiltersProps) {
  const counts = countGroups(students);
  const shown = studentGroups.filter(
    (group) => counts.has(group) || groups.includes(group) || keyedGroups.some((k) => k === group),
  );
  return (
    <div className={classes.filters} role="group" aria-label={classText.filters}>
      <UnstyledButton
        className={classes.filter}
        aria-pressed={groups.length === 0}
        onClick={() => onChange([])}
      >
        <b>{students.length}</b> {classText.all}
      </UnstyledButton>
      {shown.map((group) => (
        <UnstyledButton
          key={group}
          className={classes.filter}
          aria-pressed={groups.includes(group)}
          data-empty={!counts.has(group) || undefined}
          onClick={() =>
            onChange(
              groups.includes(group) ? groups.filter((each) => each !== group) : [...groups, group],
            )
          }
        >
          <b>{counts.get(group) ?? 0}</b> {classText.group(group, counts.get(group) ?? 0)}
        </UnstyledButton>
      ))}
    </div>
  );
}
