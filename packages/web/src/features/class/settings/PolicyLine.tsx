import type { ClassPolicy } from '@labcast/api-client';
import { Text } from '@mantine/core';
import { printDeadline } from '../../../components/printMoment.ts';
import { settingsText as text } from './settingsText.ts';

/** What holds for the class, in one line. */
export function PolicyLine({ policy }: { readonly policy: ClassPolicy }) {
  const { deadline, idleMinutes } = policy;
  return (
    <Text size="sm" span>
      {deadline === undefined
        ? text.noDue
        : `${text.due} ${printDeadline(Date.parse(deadline), Date.now())}`}
      {idleMinutes !== undefined && `, ${text.idleShort(idleMinutes)}`}
    </Text>
  );
}
