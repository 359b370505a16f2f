import type { ClassPolicy, StudentView } from '@labcast/api-client';
import { Button, Group, Text } from '@mantine/core';
import { useOpenFrozen } from '../../../api/class.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { printDeadline } from '../../../components/printMoment.ts';
import type { Deeds } from '../actions/useDeeds.ts';
import { classText } from '../classText.ts';
import { Block } from './Block.tsx';

const text = classText.detail;
const moreMinutes = 15;

interface DetailTimeProps {
  readonly assignment: string;
  readonly student: StudentView;
  readonly policy: ClassPolicy;
  readonly deeds: Deeds;
}

/** When this student's time is over, and the way to give more. */
export function DetailTime({ assignment, student, policy, deeds }: DetailTimeProps) {
  const { environment, extraMinutes, frozenAt } = student;
  const deadline = student.deadline ?? policy.deadline;
  if (deadline === undefined && frozenAt === undefined) return null;
  return (
    <Block title={text.deadline}>
      <Text size="sm">
        {deadline !== undefined && printDeadline(Date.parse(deadline), Date.now())}
        {extraMinutes > 0 && `, ${text.extra(extraMinutes)}`}
      </Text>
      {frozenAt !== undefined && (
        <Text size="sm">
          {text.frozen} <Moment at={frozenAt} />
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {frozenAt !== undefined && <FrozenCopy assignment={assignment} environment={environment} />}
        {frozenAt === undefined && (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              deeds.act({ action: 'extend', environments: [environment], minutes: moreMinutes })
            }
          >
            {text.extend(moreMinutes)}
          </Button>
        )}
      </Group>
    </Block>
  );
}

interface FrozenCopyProps {
  readonly assignment: string;
  readonly environment: string;
}

/** The two ways to see what was frozen; the frozen lab itself stays as it is. */
function FrozenCopy({ assignment, environment }: FrozenCopyProps) {
  const open = useOpenFrozen(assignment, environment);
  return (
    <>
      {(['read', 'run'] as const).map((mode) => (
        <Button
          key={mode}
          size="xs"
          variant="default"
          loading={open.isPending && open.variables === mode}
          onClick={() => open.mutate(mode)}
        >
          {text.openFrozen[mode]}
        </Button>
      ))}
      {open.isError && <ErrorPanel error={open.error} title={text.failed} />}
    </>
  );
}
