import type { Run as RunView } from '@labcast/api-client';
import { Button, Menu, Select, Text, Title } from '@mantine/core';
import { useSteerRun } from '../../../api/pipeline.ts';
import { ConfirmButton } from '../../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { printDuration } from '../../../components/printDuration.ts';
import { useNow } from '../../../components/useNow.ts';
import type { StageName } from '../../../routes/parsePipelineSearch.ts';
import { pipelineText } from '../pipelineText.ts';
import type { StartOf } from '../PipelineView.tsx';
import type { PipelineAddress } from '../usePipelineAddress.ts';
import classes from './run.module.css';
import { RunStateBadge } from './RunStateBadge.tsx';
import { StageDetail } from './StageDetail.tsx';
import { StageLine } from './StageLine.tsx';
import { failedStage, listStages, presentStage, timeLeft } from './stageOf.ts';

const text = pipelineText.run;
const ended: readonly RunView['state'][] = ['passed', 'failed', 'cancelled'];

interface RunPanelProps {
  readonly assignment: string;
  readonly runs: readonly RunView[];
  /** The number that is looked at. */
  readonly shown: number | undefined;
  readonly address: PipelineAddress;
  readonly mayChange: boolean;
  readonly onStart: (of: StartOf) => void;
}

/** One run: its stages, why it failed, its copies and its log. */
export function RunPanel(props: RunPanelProps) {
  const { assignment, runs, shown, address, mayChange, onStart } = props;
  const run = runs.find(({ number }) => number === shown);
  if (runs.length === 0)
    return (
      <section>
        <Title order={2}>{text.none}</Title>
        <Text size="sm">{text.noneHint}</Text>
      </section>
    );
  if (!run)
    return (
      <section>
        <Text>{text.missing(shown ?? 0)}</Text>
        <Button
          size="xs"
          variant="default"
          mt="sm"
          onClick={() => address.change({ run: undefined, stage: undefined })}
        >
          {text.allRuns}
        </Button>
      </section>
    );
  const stage = address.search.stage ?? presentStage(run);
  return (
    <section className={classes.run} aria-label={text.title(run.number, run.checkpoint)}>
      <RunHead
        key={run.number}
        assignment={assignment}
        run={run}
        runs={runs}
        mayChange={mayChange}
        onStart={onStart}
        onRun={(number) => address.change({ run: number, stage: undefined })}
      />
      <StageLine
        run={run}
        shown={stage}
        onShow={(name) => address.change({ run: run.number, stage: name })}
      />
      <StageDetail
        key={`${run.number} ${stage}`}
        assignment={assignment}
        run={run}
        stage={stage}
        mayChange={mayChange}
      />
    </section>
  );
}

interface RunHeadProps {
  readonly assignment: string;
  readonly run: RunView;
  readonly runs: readonly RunView[];
  readonly mayChange: boolean;
  readonly onStart: (of: StartOf) => void;
  readonly onRun: (number: number) => void;
}

function RunHead({ assignment, run, runs, mayChange, onStart, onRun }: RunHeadProps) {
  const { number, checkpoint, state } = run;
  const steer = useSteerRun(assignment, number);
  const isOpen = !ended.includes(state);
  return (
    <>
      <div className={classes.head}>
        <Title order={2}>{text.title(number, checkpoint)}</Title>
        <RunStateBadge state={state} />
        <RunFacts run={run} runs={runs} />
        <span className={classes.space} />
        {runs.length > 1 && (
          <Select
            size="xs"
            w={210}
            aria-label={text.others}
            allowDeselect={false}
            data={runs.map((each) => ({
              value: String(each.number),
              label: `${text.title(each.number, each.checkpoint)}, ${text.states[each.state]}`,
            }))}
            value={String(number)}
            onChange={(value) => value !== null && onRun(Number(value))}
          />
        )}
        {mayChange && isOpen && (
          <ConfirmButton
            question={text.cancelQuestion(number)}
            onConfirm={() => steer.mutate({ deed: 'cancel' })}
          >
            {text.cancel}
          </ConfirmButton>
        )}
        {mayChange && !isOpen && (
          <AgainMenu
            failed={failedStage(run)}
            onAgain={(from) => steer.mutate({ deed: 'again', from })}
            onNew={() => onStart({ checkpoint })}
          />
        )}
      </div>
      {run.resumed === true && isOpen && (
        <Text size="sm" className={classes.note}>
          {text.resumed(pipelineText.stages[presentStage(run)])}
        </Text>
      )}
      {steer.isError && <ErrorPanel error={steer.error} title={text.refused} />}
      <div className={classes.spoken} role="status">
        {listStages(run)
          .filter(({ last }) => last?.state === 'failed')
          .map(({ name }) => `${pipelineText.stages[name]} ${pipelineText.stageStates.failed}`)
          .join(', ')}
      </div>
    </>
  );
}

/** By whom and when, how long still, and what became of it. */
function RunFacts({ run, runs }: Pick<RunHeadProps, 'run' | 'runs'>) {
  const { state, requestedBy, createdAt, queuedAfter, release } = run;
  const isOpen = !ended.includes(state);
  const now = useNow(isOpen);
  // One that queues begins when the one before it is at its end.
  const before = runs.find(({ number }) => number === queuedAfter);
  const left = isOpen ? timeLeft(state === 'queued' && before ? before : run, now) : undefined;
  return (
    <>
      <span className={classes.dimmed}>
        {text.by(requestedBy)}, <Moment at={createdAt} />
      </span>
      {state === 'queued' && queuedAfter !== undefined && (
        <span>{text.queuedAfter(queuedAfter)}</span>
      )}
      {left !== undefined && <span>{text.about(printDuration(left))}</span>}
      {release !== undefined && <span>{text.becameRelease(release)}</span>}
    </>
  );
}

interface AgainMenuProps {
  readonly failed: StageName | undefined;
  readonly onAgain: (from: 'failed' | 'start') => void;
  /** Of the same checkpoint: one that passed is not begun again. */
  readonly onNew: () => void;
}

function AgainMenu({ failed, onAgain, onNew }: AgainMenuProps) {
  if (failed === undefined)
    return (
      <Button size="xs" variant="default" onClick={onNew}>
        {text.again}
      </Button>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default">
          {text.again}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAgain('failed')}>
          {text.againFailed(pipelineText.stages[failed])}
        </Menu.Item>
        <Menu.Item onClick={() => onAgain('start')}>{text.againAll}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
