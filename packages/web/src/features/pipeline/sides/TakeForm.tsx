import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { printPause } from '../../../components/printPause.ts';
import { useTakenCheckpoint } from '../checkpoints/useTakenCheckpoint.ts';
import { pipelineText } from '../pipelineText.ts';
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
          variant={pipeline.mayPromote.allowed ? 'default' : 'filled'}
          loading={take.isPending || isTaking}
        >
          {since?.changes.length === 0
            ? pipelineText.takeUnchanged(since.checkpoint)
            : pipelineText.take}
        </Button>
      </form>
      <div role="status">
        {isTaking && <Text size="sm">{pipelineText.taking(taken.number)}</Text>}
        {taken?.pauseMs !== undefined && (
          <Text size="sm">{pipelineText.taken(taken.number, printPause(taken.pauseMs))}</Text>
        )}
      </div>
      {take.isError && <ErrorPanel error={take.error} title={pipelineText.notTaken} />}
      {taken?.state === 'failed' && (
        <ErrorPanel error={taken.error ?? ''} title={pipelineText.notTaken} />
      )}
    </>
  );
}
