import type { ClassView } from '@labcast/api-client';
import { Anchor, Button, Group, Modal, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { classText } from './classText.ts';
import { deployText } from './deploy/deployText.ts';
import { settingsText } from './settings/settingsText.ts';
import { updateText } from './update/updateText.ts';
import { DeployForm } from './deploy/DeployForm.tsx';
import { isUnderWay } from './deploy/describeRollout.ts';
import { RolloutHead } from './deploy/RolloutHead.tsx';
import { ExamNote } from './ExamNote.tsx';
import { PolicyButton } from './settings/PolicyButton.tsx';
import { PolicyLine } from './settings/PolicyLine.tsx';

interface ClassHeadProps {
  readonly assignment: string;
  readonly view: ClassView;
  readonly mayChange: boolean;
  readonly onShow: (environments: readonly string[]) => void;
  readonly onRollBack: (environments: readonly string[]) => void;
}

/** Release, deadline and rollout of the class, and what to do next with all of it. */
export function ClassHead({ assignment, view, mayChange, ...on }: ClassHeadProps) {
  const { release, rollout, policy, students } = view;
  const [isDeploying, setDeploying] = useState(false);
  const close = () => setDeploying(false);
  // What is frozen stays as it is, whatever comes.
  const behind = students.filter(
    (student) =>
      student.frozenAt === undefined &&
      student.release !== undefined &&
      release !== undefined &&
      student.release < release.number,
  );
  const isRolling = rollout !== undefined && isUnderWay(rollout);
  return (
    <>
      <ExamNote policy={policy} />
      <Group gap="md">
        {release && (
          <Anchor component={Link} to={`/a/${assignment}/releases/r${release.number}`} fw={600}>
            {classText.onRelease(release.number)}
          </Anchor>
        )}
        <PolicyLine policy={policy} />
        <span style={{ flex: 1 }} />
        {mayChange && (
          <>
            {release && rollout && !isRolling && (
              <Button size="xs" variant="default" onClick={() => setDeploying(true)}>
                {deployText.more}
              </Button>
            )}
            <PolicyButton assignment={assignment} policy={policy} />
          </>
        )}
        <Button
          size="xs"
          variant="default"
          component="a"
          href={`/api/v1/assignments/${encodeURIComponent(assignment)}/class/results.csv`}
          download
        >
          {settingsText.results}
        </Button>
      </Group>
      {rollout && (
        <RolloutHead assignment={assignment} rollout={rollout} mayChange={mayChange} {...on} />
      )}
      {mayChange && release && behind.length > 0 && !isRolling && (
        <Group gap="md">
          <Text size="sm">{updateText.offer(release.number, behind.length)}</Text>
          <Button component={Link} to={`/a/${assignment}/class/update`}>
            {updateText.open(release.number)}
          </Button>
        </Group>
      )}
      <Modal opened={isDeploying} onClose={close} title={deployText.more} size="lg">
        <DeployForm assignment={assignment} view={view} onDone={close} />
      </Modal>
    </>
  );
}
