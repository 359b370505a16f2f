import type { CheckResult, RunCopy, RunStage } from '@labcast/api-client';
import { Button, Text } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { openConsoleWindow } from '../../console/dock/openConsoleWindow.ts';
import { pipelineText } from '../pipelineText.ts';
import classes from './run.module.css';

interface StageReasonProps {
  readonly assignment: string;
  readonly stage: RunStage;
}

/** Why a stage did not pass, in plain words, with the way to look at it. */
export function StageReason({ assignment, stage }: StageReasonProps) {
  const { state, message, problems = [], copies = [] } = stage;
  const isFailed = state === 'failed';
  const failures = isFailed ? listFailedChecks(copies) : [];
  const kept = copies.filter(({ keptUntil }) => keptUntil !== undefined);
  if (!isFailed && problems.length === 0)
    return message === undefined ? null : <Text size="sm">{message}</Text>;
  const Sign = isFailed ? IconAlertOctagon : IconAlertTriangle;
  return (
    <div
      className={classes.reason}
      role={isFailed ? 'alert' : undefined}
      data-failed={isFailed || undefined}
    >
      <Sign
        aria-hidden
        size={20}
        stroke={1.5}
        color={`var(--labcast-state-${isFailed ? 'red' : 'orange'})`}
      />
      <div className={classes.reasonWords}>
        {message !== undefined && <b>{message}</b>}
        {problems.map((problem) => (
          <span key={problem.message}>
            {[
              problem.line === undefined ? '' : `lab.yaml line ${problem.line}:`,
              problem.message,
              problem.remedy ?? '',
            ]
              .filter(Boolean)
              .join(' ')}
          </span>
        ))}
        {failures.map(({ check, copy }) => (
          <FailedCheck key={`${copy} ${check.name}`} check={check} />
        ))}
        {kept.map((copy) => {
          const on = copy.checks.find(({ passed }) => !passed)?.on;
          if (on === undefined) return null;
          return (
            <span key={copy.number}>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() =>
                  openConsoleWindow({
                    assignment,
                    environment: copy.environment,
                    console: { element: on, kind: 'terminal', number: 1 },
                  })
                }
              >
                {pipelineText.openOnCopy(copy.number)}
              </Button>
            </span>
          );
        })}
      </div>
    </div>
  );
}

function FailedCheck({ check }: { readonly check: CheckResult }) {
  const { name, on, expected, output, exitCode } = check;
  return (
    <div>
      <div>{pipelineText.checkFailed(name, on)}.</div>
      <dl className={classes.found}>
        <dt>{pipelineText.expected}</dt>
        <dd>{expected}</dd>
        <dt>{pipelineText.got}</dt>
        <dd>{output.trim() === '' ? `exit code ${exitCode ?? '?'}` : output.trim()}</dd>
      </dl>
    </div>
  );
}

/** Each failed check once: the same one on five copies is one thing to mend. */
function listFailedChecks(copies: readonly RunCopy[]) {
  // Where a solution was recorded, what counts is the solved lab.
  const all = copies.flatMap(({ number, checks, solvedChecks = checks }) =>
    solvedChecks.filter(({ passed }) => !passed).map((check) => ({ copy: number, check })),
  );
  const seen = new Set<string>();
  return all.filter(({ check: { name, on } }) => {
    const key = `${on} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}
