import type { AssignmentDetail, ClassView } from '@labcast/api-client';
import { Group, Title } from '@mantine/core';
import { mayChangeAssignment } from '../assignments/mayChangeAssignment.ts';
import { ClassBoard } from './ClassBoard.tsx';
import { deployText } from './deploy/deployText.ts';
import { DeployForm } from './deploy/DeployForm.tsx';
import { NoRelease } from './deploy/NoRelease.tsx';
import { ExamNote } from './ExamNote.tsx';
import { PolicyButton } from './settings/PolicyButton.tsx';
import { PolicyLine } from './settings/PolicyLine.tsx';
import { useLabElements } from './useLabElements.ts';

interface ClassFrameProps {
  readonly assignment: AssignmentDetail;
  readonly view: ClassView;
}

/** Before anything is deployed: the button with its numbers. After: the board. */
export function ClassFrame({ assignment, view }: ClassFrameProps) {
  const { slug } = assignment;
  const mayChange = mayChangeAssignment(assignment);
  const isEmpty = view.students.every(({ state }) => state === 'not-deployed');
  // With a board below, that has them.
  const isFirst = view.release !== undefined && view.students.length === 0;
  const elements = useLabElements(slug, view);
  return (
    <>
      {isEmpty && view.rollout === undefined && (
        <section style={{ marginBottom: 24 }}>
          <Group gap="md" mb="md">
            <Title order={1}>{deployText.title}</Title>
            {isFirst && <PolicyLine policy={view.policy} />}
            {isFirst && mayChange && <PolicyButton assignment={slug} policy={view.policy} />}
          </Group>
          {isFirst && <ExamNote policy={view.policy} />}
          {view.release ? (
            mayChange && <DeployForm assignment={slug} view={view} />
          ) : (
            <NoRelease assignment={slug} />
          )}
        </section>
      )}
      {view.students.length > 0 && (
        <ClassBoard assignment={assignment} view={view} elements={elements} mayChange={mayChange} />
      )}
    </>
  );
}
