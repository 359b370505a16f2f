import type { Checkpoint as CheckpointView } from '@labcast/api-client';
import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { printPause } from '../../../components/printPause.ts';
import { useTakenCheckpoint } from '../checkpoints/useTakenCheckpoint.ts';
import { pipelineText } from '../pipelineText.ts';
import { isPromoteNext } from './isPromoteNext.ts';
import type { SidesProps } from './Sides.tsx';
import classes from './sides.module.css';

/** Takes a checkpoint of dev, with a note, and tells how long the lab stood still for it. */
export function TakeForm({ assignment, pipeline, take }: SidesProps) {
  const [note, setNote] = useState('');
  const since = pipeline.dev?.changesSince;
  const taken = useTakenCheckpoint(assignment, take.data?.number);
  const isTaking = taken?.state === 'requested';
  return (
    <>
      <form
        className={classes.take}
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate(note.trim() === '' ? {} : { note: note.trim() }, {
            onSuccess: () => setNote(''),
          });
        }}
      >
        <TextInput
          size="xs"
          aria-label={pipelineText.note}
          placeholder={pipelineText.note}
          dir="auto"
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          variant={isPromoteNext(pipeline) ? 'default' : 'filled'}
          loading={take.isPending || isTaking}
        >
          {since?.changes.length === 0
            ? pipelineText.takeUnchanged(since.checkpoint)
            : pipelineText.take}
        </Button>
      </form>
      {take.isError && <ErrorPanel error={take.error} title={pipelineText.notTaken} />}
      {taken && <Taken checkpoint={taken} />}
    </>
  );
}

/** What becomes of the checkpoint that was asked for. */
function Taken({ checkpoint }: { readonly checkpoint: CheckpointView }) {
  const { number, state, pauseMs, error } = checkpoint;
  if (state === 'failed') return <ErrorPanel error={error ?? ''} title={pipelineText.notTaken} />;
  return (
    <Text size="sm" role="status">
      {pauseMs === undefined
        ? pipelineText.taking(number)
        : pipelineText.taken(number, printPause(pauseMs))}
    </Text>
  );
}
