import type { StudentView } from '@labcast/api-client';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { environmentQuery } from '../../../api/environments.ts';
import { useLiveEnvironment } from '../../../api/events/useLiveEnvironment.ts';
import { Answer } from '../../../components/Answer.tsx';
import { actionsText } from '../actions/actionsText.ts';
import type { Deeds } from '../actions/useDeeds.ts';
import { DetailElements } from './DetailElements.tsx';
import { detailText as text } from './detailText.ts';
import { JoinMenu } from './JoinMenu.tsx';

interface DetailLabProps {
  readonly assignment: string;
  readonly environment: string;
  readonly student: StudentView;
  readonly deeds: Deeds;
}

/** The machines of one student, and what is done to all of them. */
export function DetailLab({ assignment, environment, student, deeds }: DetailLabProps) {
  const path = { assignment, environment };
  const isOpen = student.state !== 'frozen';
  useLiveEnvironment(path);
  const view = useQuery(environmentQuery(path));
  return (
    <Answer query={view} loading={text.loading} unread={text.unread}>
      {(lab) => (
        <Stack gap="lg">
          <Group gap="xs">
            {isOpen && <JoinMenu lab={lab.id} />}
            <Button size="xs" variant="default" onClick={() => deeds.ask('message', [environment])}>
              {actionsText.message}
            </Button>
            {isOpen && (
              <Button size="xs" variant="default" onClick={() => deeds.ask('reset', [environment])}>
                {actionsText.reset}
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              onClick={() => deeds.act({ action: 'checkpoint', environments: [environment] })}
            >
              {actionsText.checkpoint}
            </Button>
            {isOpen && deeds.mayChange && (
              <Button
                size="xs"
                variant="default"
                onClick={() => deeds.ask('roll-back', [environment])}
              >
                {actionsText.rollBack}
              </Button>
            )}
          </Group>
          <DetailElements path={path} lab={lab} deeds={deeds} isOpen={isOpen} />
        </Stack>
      )}
    </Answer>
  );
}
