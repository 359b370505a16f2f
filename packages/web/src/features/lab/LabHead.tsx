import type { Lab } from '@labcast/api-client';
import { Button, Group, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useActOnEnvironment } from '../../api/environments.ts';
import { labQuery } from '../../api/labs.ts';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { KeysButton } from '../../components/KeysButton.tsx';
import { Deadline } from '../../components/Deadline.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { HelpButton } from './HelpButton.tsx';
import classes from './lab.module.css';
import { isClosed } from './isClosed.ts';
import { labText } from './labText.ts';
import { ResetDialog } from './ResetDialog.tsx';

interface LabHeadProps {
  readonly lab: Lab;
  /** Others who have this lab open. */
  readonly others: readonly string[];
}

/** Which lab it is, how it is, and what one does with all of it. */
export function LabHead({ lab, others }: LabHeadProps) {
  const { environment, isFrozen } = lab;
  const isOff = isFrozen || isClosed(lab);
  const { wanted } = environment;
  const [isResetting, setResetting] = useState(false);
  const act = useLabAction(lab);
  const isOn = wanted === 'running';
  return (
    <header className={classes.head}>
      <Title order={1} size="h4" dir="auto">
        {lab.title}
      </Title>
      <Facts lab={lab} others={others} />
      <Group gap="xs" ml="auto">
        <HelpButton lab={lab} />
        {!isOff && !lab.isNew && wanted !== 'absent' && (
          <Button size="xs" variant="default" onClick={() => setResetting(true)}>
            {labText.reset}
          </Button>
        )}
        {isOn && !isOff && (
          <ConfirmButton question={labText.stopAsk} onConfirm={() => act.mutate('stop')}>
            {labText.stop}
          </ConfirmButton>
        )}
        <KeysButton
          label={labText.keys.show}
          title={labText.keys.title}
          sections={[{ rows: labText.keys.rows }]}
        />
      </Group>
      {isResetting && <ResetDialog lab={lab} onClose={() => setResetting(false)} />}
    </header>
  );
}

function Facts({ lab, others }: LabHeadProps) {
  const { environment, deadline, isFrozen, isOwn } = lab;
  const { status, wanted } = environment;
  return (
    <>
      {isClosed(lab) ? (
        <StateBadge state="waiting" word={labText.notOpen} />
      ) : (
        <StateBadge
          state={isFrozen ? 'frozen' : status.state}
          {...(lab.isNew && !isFrozen && { word: labText.isNew })}
        />
      )}
      {isOwn && wanted === 'running' && !isClosed(lab) && (
        <span className={classes.quiet}>{labText.kept}</span>
      )}
      {!isOwn && (
        <span className={classes.quiet} dir="auto">
          {labText.guestNote(lab.people.map(({ name }) => name).join(', ') || labText.nobody)}
        </span>
      )}
      {deadline !== undefined && (
        <span className={classes.quiet}>
          {labText.due} <Deadline at={deadline} />
        </span>
      )}
      {others.length > 0 && (
        <span className={classes.quiet} role="status" dir="auto">
          {labText.others(others)}
        </span>
      )}
    </>
  );
}

/** Starts, stops or tries again; what the page shows follows at once. */
export function useLabAction(lab: Lab) {
  const queries = useQueryClient();
  const { assignment, environment } = lab.environment;
  const act = useActOnEnvironment({ assignment, environment });
  return {
    ...act,
    mutate: (action: 'start' | 'stop' | 'retry') =>
      act.mutate(action, {
        onSuccess: () => void queries.invalidateQueries({ queryKey: labQuery(lab.id).queryKey }),
      }),
  };
}
