import type { ClassView } from '@labcast/api-client';
import { Anchor, Button, Group, Modal, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { classText } from './classText.ts';
import { DeployForm } from './deploy/DeployForm.tsx';
import { isUnderWay } from './deploy/describeRollout.ts';
import { RolloutHead } from './deploy/RolloutHead.tsx';
import { ExamNote } from './ExamNote.tsx';
import { PolicyDialog, PolicyLine } from './settings/PolicyDialog.tsx';

interface ClassHeadProps {
  readonly assignment: string;
  readonly view: ClassView;
  readonly mayChange: boolean;
  readonly onShow: (environments: readonly string[]) => void;
}

type Opened = 'deploy' | 'policy';

/** Release, deadline and rollout of the class, and what to do next with all of it. */
export function ClassHead({ assignment, view, mayChange, onShow }: ClassHeadProps) {
  const { release, rollout, policy, students } = view;
  const [open, setOpen] = useState<Opened>();
  const close = () => setOpen(undefined);
  const behind = students.filter(
    (student) =>
      student.release !== undefined && release !== undefined && student.release < release.number,
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
            {release && !isRolling && (
              <Button size="xs" variant="default" onClick={() => setOpen('deploy')}>
                {classText.deploy.more}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setOpen('policy')}>
              {classText.settings.open}
            </Button>
          </>
        )}
        <Button
          size="xs"
          variant="default"
          component="a"
          href={`/api/v1/assignments/${encodeURIComponent(assignment)}/class/results.csv`}
          download
        >
          {classText.settings.results}
        </Button>
      </Group>
      {rollout && (
        <RolloutHead
          assignment={assignment}
          rollout={rollout}
          mayChange={mayChange}
          onShow={onShow}
        />
      )}
      {mayChange && release && behind.length > 0 && !isRolling && (
        <Group gap="md">
          <Text size="sm">{classText.update.offer(release.number, behind.length)}</Text>
          <Button component={Link} to={`/a/${assignment}/class/update`}>
            {classText.update.open(release.number)}
          </Button>
        </Group>
      )}
      <Modal opened={open === 'deploy'} onClose={close} title={classText.deploy.more} size="lg">
        <DeployForm assignment={assignment} view={view} onDone={close} />
      </Modal>
      <PolicyDialog
        assignment={assignment}
        policy={policy}
        isOpen={open === 'policy'}
        onClose={close}
      />
    </>
  );
}
