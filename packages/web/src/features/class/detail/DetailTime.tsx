import type { ClassPolicy, StudentView } from '@labcast/api-client';
import { Button, Stack, Text } from '@mantine/core';
import { Moment } from '../../../components/Moment.tsx';
import { printDeadline } from '../../../components/printMoment.ts';
import type { Deeds } from '../actions/useDeeds.ts';
import { detailText as text } from './detailText.ts';
import { Block } from './Block.tsx';
import { FrozenCopy } from './FrozenCopy.tsx';

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
      <Stack gap="xs" mt="xs" align="flex-start">
        {frozenAt !== undefined && <FrozenCopy assignment={assignment} student={student} />}
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            deeds.act({ action: 'extend', environments: [environment], minutes: moreMinutes })
          }
        >
          {text.extend(moreMinutes)}
        </Button>
      </Stack>
    </Block>
  );
}
