import type { Checkpoint as CheckpointView } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Anchor, Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { checkpointsQuery, useRemoveCheckpoint } from '../../../api/pipeline.ts';
import { Answer } from '../../../components/Answer.tsx';
import { ConfirmButton } from '../../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { printPause } from '../../../components/printPause.ts';
import { pipelineText } from '../pipelineText.ts';
import type { StartOf } from '../PipelineView.tsx';
import classes from '../releases/releases.module.css';
import { RestoreDialog } from './RestoreDialog.tsx';

const text = pipelineText.checkpoints;
const fewest = 8;

interface CheckpointListProps {
  readonly assignment: string;
  readonly mayChange: boolean;
  readonly onRun: (of: StartOf) => void;
}

/** Dev's and prod's checkpoints; students' are in their own drawers. */
export function CheckpointList({ assignment, mayChange, onRun }: CheckpointListProps) {
  const query = useQuery(checkpointsQuery(assignment));
  const [isAll, setAll] = useState(false);
  const [restoring, setRestoring] = useState<CheckpointView>();
  const remove = useRemoveCheckpoint(assignment);
  return (
    <section>
      <Title order={2} mb="xs">
        {text.title}
      </Title>
      <Answer query={query} loading={text.reading} unread={text.unread} lines={2}>
        {({ checkpoints }) => {
          const own = checkpoints.filter(({ source }) => source === 'dev' || source === 'prod');
          if (own.length === 0) return <Text size="sm">{text.none}</Text>;
          const shown = isAll ? own : own.slice(0, fewest);
          return (
            <>
              <ul className={classes.rows}>
                {shown.map((checkpoint) => (
                  <Row
                    key={checkpoint.number}
                    assignment={assignment}
                    checkpoint={checkpoint}
                    mayChange={mayChange}
                    onRun={onRun}
                    onRestore={() => setRestoring(checkpoint)}
                    onRemove={() => remove.mutate(checkpoint.number)}
                  />
                ))}
              </ul>
              {own.length > shown.length && (
                <Button size="xs" variant="subtle" mt="xs" onClick={() => setAll(true)}>
                  {text.all(own.length)}
                </Button>
              )}
            </>
          );
        }}
      </Answer>
      {remove.isError && <ErrorPanel error={remove.error} title={text.notRemoved} />}
      {restoring && (
        <RestoreDialog
          assignment={assignment}
          checkpoint={restoring}
          onClose={() => setRestoring(undefined)}
        />
      )}
    </section>
  );
}

interface RowProps {
  readonly assignment: string;
  readonly checkpoint: CheckpointView;
  readonly mayChange: boolean;
  readonly onRun: (of: StartOf) => void;
  readonly onRestore: () => void;
  readonly onRemove: () => void;
}

function Row({ assignment, checkpoint, mayChange, onRun, onRestore, onRemove }: RowProps) {
  const { number, createdAt, state, neededBy } = checkpoint;
  const isInUse = neededBy.length > 0;
  return (
    <li>
      <b className={classes.number}>{pipelineText.checkpoint(number)}</b>
      <span className={classes.grow} dir="auto">
        {describeOrigin(checkpoint)}
      </span>
      <span className={classes.dimmed}>
        {describeFacts(checkpoint)}, <Moment at={createdAt} />
      </span>
      <Anchor
        size="sm"
        component={Link}
        to={`/a/${assignment}/compare?from=c${number}&to=dev`}
        aria-label={`${text.compare}: c${number}`}
      >
        {text.compare}
      </Anchor>
      {mayChange && state === 'kept' && (
        <>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${text.run} c${number}`}
            onClick={() => onRun({ checkpoint: number })}
          >
            {text.run}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${text.restore} c${number}`}
            onClick={onRestore}
          >
            {text.restore}
          </Button>
        </>
      )}
      {mayChange && (state === 'kept' || state === 'failed') && !isInUse && (
        <ConfirmButton
          size="compact-xs"
          question={text.removeQuestion(number)}
          aria-label={`${text.remove} c${number}`}
          onConfirm={onRemove}
        >
          {text.remove}
        </ConfirmButton>
      )}
      {isInUse && <span className={classes.dimmed}>{text.neededBy(neededBy.join(', '))}</span>}
    </li>
  );
}

function describeOrigin({ source, reason, note, state, error }: CheckpointView): string {
  return [
    source,
    text.reasons[reason] ?? reason,
    note,
    state === 'kept' ? '' : text.states[state],
    error ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function describeFacts({ createdBy, pauseMs, usage, releases }: CheckpointView): string {
  const size = usage.reduce((sum, { diskBytes }) => sum + diskBytes, 0);
  return [
    createdBy,
    pauseMs === undefined ? '' : text.pause(printPause(pauseMs)),
    size > 0 ? printSize(size) : '',
    releases.map((release) => pipelineText.release(release)).join(', '),
  ]
    .filter(Boolean)
    .join(', ');
}
