import type { Lab } from '@labcast/api-client';
import { Button, Stack, Text, Title } from '@mantine/core';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { printDuration } from '../../components/printDuration.ts';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useNow } from '../../components/useNow.ts';
import classes from './lab.module.css';
import { useLabAction } from './LabHead.tsx';
import { labText } from './labText.ts';

type Step = Lab['environment']['status']['steps'][number];

/** What stands in place of the consoles until there are some: why not yet, since when, and the way on. */
export function LabStart({ lab }: { readonly lab: Lab }) {
  const { wanted, status } = lab.environment;
  const act = useLabAction(lab);
  const isFailed = status.state === 'failed';
  return (
    <section className={classes.start} aria-label={labText.consoles.label}>
      <Stack gap="md" maw={520} w="100%">
        <Title order={2} size="h4">
          {titleOf(lab)}
        </Title>
        {lab.isFrozen && <Text>{labText.frozenText}</Text>}
        {wanted === 'stopped' && !lab.isFrozen && (
          <>
            <Text>{labText.stoppedText}</Text>
            <Button
              w="fit-content"
              size="md"
              loading={act.isPending}
              onClick={() => act.mutate('start')}
            >
              {labText.start}
            </Button>
          </>
        )}
        {act.isError && <ErrorPanel error={act.error} title={labText.failed} />}
        {isFailed && (
          <>
            <Text role="alert">{status.lastError?.message}</Text>
            <Text>{status.lastError?.remedy}</Text>
            <Button w="fit-content" variant="default" onClick={() => act.mutate('retry')}>
              {labText.retry}
            </Button>
          </>
        )}
        {wanted === 'running' && (
          <>
            <LabSteps steps={status.steps} />
            {!isFailed && <Text className={classes.quiet}>{labText.wait}</Text>}
          </>
        )}
      </Stack>
    </section>
  );
}

function titleOf({ environment, isFrozen }: Lab): string {
  if (isFrozen) return labText.frozen;
  if (environment.wanted === 'stopped') return labText.stopped;
  if (environment.wanted === 'absent') return labText.deleting;
  return environment.status.state === 'failed' ? labText.failed : labText.starting;
}

function LabSteps({ steps }: { readonly steps: readonly Step[] }) {
  const isBusy = steps.some(({ state }) => state === 'running');
  const now = useNow(isBusy);
  if (steps.length === 0) return null;
  return (
    <ol className={classes.steps} aria-label={labText.steps}>
      {steps.map((step) => (
        <li key={step.id}>
          <StateBadge state={looks[step.state]} word={step.title} />
          <span className={classes.quiet}>{describeTime(step, now)}</span>
        </li>
      ))}
    </ol>
  );
}

const looks = { waiting: 'waiting', running: 'starting', done: 'ready', failed: 'failed' } as const;

function describeTime({ state, startedAt, endedAt, usual, message, place }: Step, now: number) {
  const about = usual ? ` ${labText.about(printDuration(usual.medianMs))}` : '';
  if (state === 'running' && startedAt !== undefined)
    return `${printDuration(now - Date.parse(startedAt))}${about}`;
  if (state === 'done' && startedAt !== undefined && endedAt !== undefined)
    return printDuration(Date.parse(endedAt) - Date.parse(startedAt));
  if (place !== undefined) return labText.place(place);
  return message ?? (state === 'waiting' ? labText.waiting : '');
}
