import type { AssignmentDetail, ClassView } from '@labcast/api-client';
import { Title } from '@mantine/core';
import { mayChangeAssignment } from '../assignments/mayChangeAssignment.ts';
import { ClassBoard } from './ClassBoard.tsx';
import { classText } from './classText.ts';
import { DeployForm } from './deploy/DeployForm.tsx';
import { NoRelease } from './deploy/NoRelease.tsx';
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
  const elements = useLabElements(slug, view);
  return (
    <>
      {isEmpty && view.rollout === undefined && (
        <section style={{ marginBottom: 24 }}>
          <Title order={1} mb="md">
            {classText.deploy.title}
          </Title>
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
