import type { Lab } from '@labcast/api-client';
import { Button, Stack, Text, Title } from '@mantine/core';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { printDeadline } from '../../components/printMoment.ts';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useNow } from '../../components/useNow.ts';
import { describeStepTime, findQueuePlace } from './describeStepTime.ts';
import classes from './lab.module.css';
import { useLabAction } from './LabHead.tsx';
import { isClosed } from './isClosed.ts';
import { labText } from './labText.ts';
import { useReadAt } from './useReadAt.ts';

type Step = Lab['environment']['status']['steps'][number];

/** What stands in place of the consoles until there are some: why not yet, since when, and the way on. */
export function LabStart({ lab }: { readonly lab: Lab }) {
  const { wanted, status } = lab.environment;
  const act = useLabAction(lab);
  const isFailed = status.state === 'failed';
  const isNotYet = isClosed(lab);
  useReadAt(lab);
  return (
    <section className={classes.start} aria-label={labText.consoles.label}>
      <Stack gap="md" maw={520} w="100%">
        <Title order={2} size="h4">
          {titleOf(lab)}
        </Title>
        {lab.isFrozen && <Text>{labText.frozenText}</Text>}
        {isNotYet && <Text>{labText.opensText}</Text>}
        {wanted === 'stopped' && !lab.isFrozen && !isNotYet && (
          <Stopped
            isNew={lab.isNew}
            isPending={act.isPending}
            onStart={() => act.mutate('start')}
          />
        )}
        {act.isError && <ErrorPanel error={act.error} title={labText.failed} />}
        {isFailed && <Failed status={status} onRetry={() => act.mutate('retry')} />}
        {wanted === 'running' && !isNotYet && (
          <>
            <LabSteps steps={status.steps} />
            {!isFailed && <Text className={classes.quiet}>{labText.wait}</Text>}
          </>
        )}
      </Stack>
    </section>
  );
}

interface StoppedProps {
  readonly isNew: boolean;
  readonly isPending: boolean;
  readonly onStart: () => void;
}

function Stopped({ isNew, isPending, onStart }: StoppedProps) {
  return (
    <>
      <Text>{isNew ? labText.newText : labText.stoppedText}</Text>
      <Button w="fit-content" size="md" loading={isPending} onClick={onStart}>
        {labText.start}
      </Button>
    </>
  );
}

interface FailedProps extends Pick<Lab['environment'], 'status'> {
  readonly onRetry: () => void;
}

function Failed({ status: { lastError }, onRetry }: FailedProps) {
  return (
    <>
      <Text role="alert">{lastError?.message}</Text>
      <Text>{lastError?.remedy}</Text>
      <Button w="fit-content" variant="default" onClick={onRetry}>
        {labText.retry}
      </Button>
    </>
  );
}

function titleOf(lab: Lab): string {
  const { environment, isFrozen, opensAt } = lab;
  if (isFrozen) return labText.frozen;
  if (isClosed(lab) && opensAt !== undefined)
    return labText.opensTitle(printDeadline(Date.parse(opensAt), Date.now()));
  if (environment.status.state === 'stopping') return labText.stopping;
  if (environment.wanted === 'stopped') return lab.isNew ? labText.newTitle : labText.stopped;
  if (environment.wanted === 'absent') return labText.deleting;
  if (environment.status.state === 'failed') return labText.failed;
  const place = findQueuePlace(environment.status.steps);
  return place === undefined ? labText.starting : labText.queued(place);
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
          <span className={classes.quiet}>{describeStepTime(step, now)}</span>
        </li>
      ))}
    </ol>
  );
}

const looks = { waiting: 'waiting', running: 'starting', done: 'ready', failed: 'failed' } as const;
