import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { needsPlanQuery } from '../../api/needs.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { GreyLines } from '../../components/GreyLines.tsx';
import { NeedsAnswer } from './NeedsAnswer.tsx';
import { NeedsFields } from './NeedsFields.tsx';
import classes from './newAssignment.module.css';
import { needsText } from './newAssignmentText.ts';
import type { OriginProps } from './origin.ts';
import { toPlainNeeds, usualNeeds } from './toPlainNeeds.ts';

const pauseMs = 300;

/** Needs in plain words beside the platform's answer, which comes while one chooses. */
export function NeedsOrigin({ onChange }: OriginProps) {
  const [form, setForm] = useState(usualNeeds);
  const [needs] = useDebouncedValue(toPlainNeeds(form), pauseMs);
  const plan = useQuery({
    ...needsPlanQuery(needs ?? { students: 1, internet: true }),
    enabled: needs !== undefined,
  });
  const blueprint = needs && !plan.isError ? plan.data?.blueprint : undefined;
  useEffect(() => {
    onChange(blueprint === undefined ? undefined : { kind: 'blueprint', blueprint });
  }, [blueprint, onChange]);
  return (
    <div className={classes.beside}>
      <NeedsFields form={form} onChange={(part) => setForm((before) => ({ ...before, ...part }))} />
      <div className={classes.answer} aria-live="polite" aria-busy={plan.isFetching}>
        {needs === undefined ? (
          <Text>{needsText.nothing}</Text>
        ) : plan.isError ? (
          <ErrorPanel
            error={plan.error}
            title={needsText.unanswered}
            onRetry={() => void plan.refetch()}
          />
        ) : plan.data ? (
          <NeedsAnswer
            plan={plan.data}
            students={form.students}
            onTakeFewer={(students) => setForm((before) => ({ ...before, students }))}
          />
        ) : (
          <GreyLines label={needsText.asking} count={6} height={28} />
        )}
      </div>
    </div>
  );
}
