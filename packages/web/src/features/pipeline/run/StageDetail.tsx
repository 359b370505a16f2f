import type { Run as RunView, RunStage } from '@labcast/api-client';
import { Button, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSteerRun } from '../../../api/pipeline.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import type { StageName } from '../../../routes/parsePipelineSearch.ts';
import { Forecast } from '../../class/deploy/Forecast.tsx';
import { RunLog } from '../log/RunLog.tsx';
import { pipelineText } from '../pipelineText.ts';
import { CopyList } from './CopyList.tsx';
import classes from './run.module.css';
import { StageReason } from './StageReason.tsx';
import { listStages, shownState } from './stageOf.ts';

interface StageDetailProps {
  readonly assignment: string;
  readonly run: RunView;
  readonly stage: StageName;
  readonly mayChange: boolean;
}

/** One stage: why it did not pass above everything else, then its numbers or copies, then its log. */
export function StageDetail({ assignment, run, stage: name, mayChange }: StageDetailProps) {
  const attempts = listStages(run).find((each) => each.name === name)?.attempts ?? [];
  const [chosen, setChosen] = useState<number>();
  const stage = attempts.find(({ attempt }) => attempt === chosen) ?? attempts.at(-1);
  if (!stage)
    return (
      <Text size="sm" className={classes.detail}>
        {pipelineText.stageMeanings[name]}:{' '}
        {pipelineText.stageStates[shownState({ last: stage }, run)]}.
      </Text>
    );
  const isWaitingForYes = run.state === 'waiting-approval' && name === 'approve';
  return (
    <div className={classes.detail}>
      {attempts.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={pipelineText.attempts}
          data={attempts.map(({ attempt, state }) => ({
            value: String(attempt),
            label: `${pipelineText.attempt(attempt)}, ${pipelineText.stageStates[state]}`,
          }))}
          value={String(stage.attempt)}
          onChange={(value) => setChosen(Number(value))}
        />
      )}
      <StageReason assignment={assignment} stage={stage} />
      {isWaitingForYes && (
        <Approval assignment={assignment} run={run} stage={stage} mayChange={mayChange} />
      )}
      {stage.forecast && <Forecast forecast={stage.forecast} />}
      {stage.copies && <CopyList copies={stage.copies} />}
      <RunLog assignment={assignment} run={run} stage={stage} />
    </div>
  );
}

interface ApprovalProps {
  readonly assignment: string;
  readonly run: RunView;
  readonly stage: RunStage;
  readonly mayChange: boolean;
}

function Approval({ assignment, run, stage, mayChange }: ApprovalProps) {
  const [note, setNote] = useState('');
  const steer = useSteerRun(assignment, run.number);
  return (
    <form
      className={classes.approval}
      onSubmit={(event) => {
        event.preventDefault();
        steer.mutate({ deed: 'approve', note: note.trim() });
      }}
    >
      <Text size="sm">{stage.message ?? pipelineText.approveTitle}</Text>
      {mayChange && (
        <>
          <TextInput
            size="xs"
            aria-label={pipelineText.approveNote}
            placeholder={pipelineText.approveNote}
            dir="auto"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" loading={steer.isPending}>
            {pipelineText.approve}
          </Button>
        </>
      )}
      {steer.isError && <ErrorPanel error={steer.error} title={pipelineText.run.refused} />}
    </form>
  );
}
