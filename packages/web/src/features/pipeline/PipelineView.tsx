import type { AssignmentDetail, Pipeline } from '@labcast/api-client';
import { Stack, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import { useTakeCheckpoint } from '../../api/pipeline.ts';
import { isShortcut } from '../../components/isShortcut.ts';
import { KeysButton } from '../../components/KeysButton.tsx';
import { CheckpointList } from './checkpoints/CheckpointList.tsx';
import { pipelineText } from './pipelineText.ts';
import { ReleaseList } from './releases/ReleaseList.tsx';
import { RunPanel } from './run/RunPanel.tsx';
import { StartRunDialog } from './run/StartRunDialog.tsx';
import { Sides } from './sides/Sides.tsx';
import { usePipelineAddress } from './usePipelineAddress.ts';

interface PipelineViewProps {
  readonly assignment: AssignmentDetail;
  readonly pipeline: Pipeline;
  readonly mayChange: boolean;
}

/** What the start dialog is asked for: a checkpoint by number, or one to be taken of dev. */
export interface StartOf {
  readonly checkpoint: number | undefined;
}

/** Dev and prod with what is between them, the run that is looked at, the releases and the checkpoints. */
export function PipelineView({ assignment, pipeline, mayChange }: PipelineViewProps) {
  const { slug } = assignment;
  const { runs, releases, dev } = pipeline;
  const address = usePipelineAddress();
  const [starting, setStarting] = useState<StartOf>();
  const take = useTakeCheckpoint(slug);
  const shown = address.search.run ?? runs[0]?.number;
  const walk = (by: number) => {
    const index = runs.findIndex(({ number }) => number === shown);
    const to = runs[index + by];
    if (to) address.change({ run: to.number, stage: undefined });
  };
  const start = (of: StartOf) => setStarting(of);
  useWindowEvent('keydown', (event) => {
    // A key that is held down does one thing.
    if (!isShortcut(event) || event.repeat) return;
    const key = event.key.toLowerCase();
    if (key === 'k' && mayChange && dev && !take.isPending) take.mutate({});
    else if (key === 'r' && mayChange)
      start({ checkpoint: runs.find(({ number }) => number === shown)?.checkpoint });
    else if (key === '[') walk(1);
    else if (key === ']') walk(-1);
  });
  return (
    <Stack gap="xl">
      {!mayChange && <Text size="sm">{pipelineText.readOnly}</Text>}
      <Sides
        assignment={slug}
        pipeline={pipeline}
        mayChange={mayChange}
        take={take}
        onStart={start}
      />
      <RunPanel
        assignment={slug}
        runs={runs}
        shown={shown}
        address={address}
        mayChange={mayChange}
        onStart={start}
      />
      <ReleaseList assignment={slug} releases={releases} />
      <CheckpointList assignment={slug} mayChange={mayChange} onRun={start} />
      <div>
        <KeysButton
          label={pipelineText.keys.show}
          title={pipelineText.keys.title}
          sections={[{ rows: pipelineText.keys.rows }]}
        />
      </div>
      {starting && (
        <StartRunDialog
          assignment={slug}
          checkpoint={starting.checkpoint}
          onClose={() => setStarting(undefined)}
          onStarted={(run) => address.change({ run, stage: undefined })}
        />
      )}
    </Stack>
  );
}
