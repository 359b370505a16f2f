import type { ClassView, StudentView } from '@labcast/api-client';
import { Button, Drawer, Group } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, type Icon } from '@tabler/icons-react';
import type { Deeds } from '../actions/useDeeds.ts';
import { nameOf } from '../board/describeStudent.ts';
import { detailText as text } from './detailText.ts';
import { isShortcut } from '../../../components/isShortcut.ts';
import { StudentDetail } from './StudentDetail.tsx';

interface StudentDrawerProps {
  readonly assignment: string;
  readonly view: ClassView;
  /** In the order of the board. */
  readonly shown: readonly StudentView[];
  readonly open: string | undefined;
  readonly deeds: Deeds;
  readonly onOpen: (environment: string | undefined) => void;
}

/** One student beside the board, and the way to the next without going back. */
export function StudentDrawer({
  assignment,
  view,
  shown,
  open,
  deeds,
  onOpen,
}: StudentDrawerProps) {
  const student = view.students.find(({ environment }) => environment === open);
  const index = shown.findIndex(({ environment }) => environment === open);
  const neighbour = (by: number) => shown[index + by]?.environment;
  const go = (by: number) => {
    const to = neighbour(by);
    if (to !== undefined) onOpen(to);
  };
  useWindowEvent('keydown', (event) => {
    if (!isShortcut(event) || deeds.asked) return;
    const key = event.key.toLowerCase();
    if (key === 'j') go(1);
    // Before anybody is open, the last one is the previous.
    if (key === 'k') go(index < 0 ? shown.length : -1);
  });
  return (
    <Drawer.Root
      opened={student !== undefined}
      onClose={() => onOpen(undefined)}
      position="right"
      size={460}
      lockScroll={false}
      closeOnClickOutside={false}
      trapFocus={deeds.asked === undefined}
    >
      <Drawer.Content aria-label={student && nameOf(student)}>
        {student && (
          <>
            <Drawer.Header style={{ flexWrap: 'wrap' }}>
              <Drawer.Title dir="auto" fw={600} fz="lg" flex="1 1 120px">
                {nameOf(student)}
              </Drawer.Title>
              <Group gap={4}>
                <Step
                  label={text.previous}
                  hint={text.previousHint}
                  icon={IconChevronLeft}
                  isOff={neighbour(-1) === undefined}
                  onGo={() => go(-1)}
                  isFirst={neighbour(1) === undefined}
                />
                <Step
                  label={text.next}
                  hint={text.nextHint}
                  icon={IconChevronRight}
                  isOff={neighbour(1) === undefined}
                  onGo={() => go(1)}
                  isFirst={neighbour(1) !== undefined}
                />
                <Drawer.CloseButton aria-label={text.close} />
              </Group>
            </Drawer.Header>
            <Drawer.Body>
              <StudentDetail
                key={student.environment}
                assignment={assignment}
                student={student}
                policy={view.policy}
                deeds={deeds}
              />
            </Drawer.Body>
          </>
        )}
      </Drawer.Content>
    </Drawer.Root>
  );
}

interface StepProps {
  readonly label: string;
  readonly hint: string;
  readonly icon: Icon;
  readonly isOff: boolean;
  readonly onGo: () => void;
  /** Has the focus when the drawer opens. */
  readonly isFirst: boolean;
}

function Step({ label, hint, icon: Arrow, isOff, onGo, isFirst }: StepProps) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      title={hint}
      leftSection={<Arrow aria-hidden size={16} stroke={1.5} />}
      {...(isFirst && { 'data-autofocus': true })}
      aria-disabled={isOff}
      {...(isOff && { 'data-disabled': true })}
      onClick={onGo}
    >
      {label}
    </Button>
  );
}
