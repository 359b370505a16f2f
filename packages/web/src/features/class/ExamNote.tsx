import type { ClassView } from '@labcast/api-client';
import { Alert } from '@mantine/core';
import { printDeadline } from '../../components/printMoment.ts';
import { settingsText } from './settings/settingsText.ts';

/** A frame's words around every page of an exam. */
export function ExamNote({ policy }: Pick<ClassView, 'policy'>) {
  if (!policy.exam) return null;
  return (
    <Alert
      variant="outline"
      color="var(--labcast-ink)"
      styles={{ root: { background: 'var(--labcast-surface)' } }}
    >
      {settingsText.inExam} {describeTimes(policy.exam)}
    </Alert>
  );
}

function describeTimes({ startsAt, endsAt }: NonNullable<ClassView['policy']['exam']>): string {
  const now = Date.now();
  const begins = startsAt === undefined ? Number.NaN : Date.parse(startsAt);
  const ends = endsAt === undefined ? Number.NaN : Date.parse(endsAt);
  return [
    begins > now && settingsText.begins(printDeadline(begins, now)),
    ends > now && settingsText.ends(printDeadline(ends, now)),
    ends <= now && settingsText.ended(printDeadline(ends, now)),
  ]
    .filter(Boolean)
    .join(' ');
}
