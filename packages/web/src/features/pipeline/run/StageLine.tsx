import type { Run } from '@labcast/api-client';
import { UnstyledButton } from '@mantine/core';
import badge from '../../../components/StateBadge.module.css';
import { printDuration } from '../../../components/printDuration.ts';
import { printPause } from '../../../components/printPause.ts';
import { useNow } from '../../../components/useNow.ts';
import type { StageName } from '../../../routes/parsePipelineSearch.ts';
import { pipelineText } from '../pipelineText.ts';
import classes from './run.module.css';
import { stageLooks } from './runLooks.ts';
import { listStages, shownState, stageTime, type StageAttempts } from './stageOf.ts';

interface StageLineProps {
  readonly run: Run;
  readonly shown: StageName;
  readonly onShow: (name: StageName) => void;
}

/** The five stages in their order, with how long each took and what is usual. A press shows one below. */
export function StageLine({ run, shown, onShow }: StageLineProps) {
  const stages = listStages(run);
  const isRunning = stages.some(({ last }) => last?.state === 'running');
  const now = useNow(isRunning);
  return (
    <ol className={classes.stages}>
      {stages.map((stage) => {
        const state = shownState(stage, run);
        const look = stageLooks[state];
        return (
          <li key={stage.name}>
            <UnstyledButton
              className={classes.stage}
              data-state={state}
              aria-current={stage.name === shown ? 'step' : undefined}
              title={pipelineText.stageMeanings[stage.name]}
              style={{ '--state': `var(--labcast-state-${look.color})` }}
              onClick={() => onShow(stage.name)}
            >
              <look.icon
                aria-hidden
                size={20}
                stroke={1.5}
                className={state === 'running' ? badge.turning : undefined}
              />
              <span>
                <b>{pipelineText.stages[stage.name]}</b>
                <span className={classes.stageFact}>
                  {pipelineText.stageStates[state]}
                  {timeOf(stage, now)}
                </span>
              </span>
            </UnstyledButton>
          </li>
        );
      })}
    </ol>
  );
}

/** ` 31 s, usually 45 s`. Nothing for what waits without a history. */
function timeOf({ last }: StageAttempts, now: number): string {
  if (!last) return '';
  const time = stageTime(last, now);
  const usual = last.usualMs === undefined ? undefined : printPause(last.usualMs);
  if (time === undefined)
    return usual === undefined || last.state !== 'waiting' ? '' : `, ${pipelineText.usual(usual)}`;
  if (last.state !== 'running') return ` ${printPause(time)}`;
  if (usual === undefined) return ` ${printDuration(time)}`;
  const isLong = time > (last.usualMs ?? 0) * 1.5;
  return ` ${printDuration(time)}, ${isLong ? pipelineText.longer(usual) : pipelineText.usual(usual)}`;
}
