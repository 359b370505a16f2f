import type { ClassView } from '@labcast/api-client';
import { Alert } from '@mantine/core';
import { classText } from './classText.ts';

/** A frame's words around every page of an exam. */
export function ExamNote({ policy }: Pick<ClassView, 'policy'>) {
  if (!policy.exam) return null;
  return (
    <Alert
      variant="outline"
      color="var(--labcast-ink)"
      styles={{ root: { background: 'var(--labcast-surface)' } }}
    >
      {classText.settings.inExam}
    </Alert>
  );
}
