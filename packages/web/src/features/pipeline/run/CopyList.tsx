import type { RunCopy } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react';
import { Moment } from '../../../components/Moment.tsx';
import { printPause } from '../../../components/printPause.ts';
import { pipelineText } from '../pipelineText.ts';
import classes from './run.module.css';

/** The throw-away copies with their checks, times and what they took. */
export function CopyList({ copies }: { readonly copies: readonly RunCopy[] }) {
  return (
    <ul className={classes.copies}>
      {copies.map((copy) => (
        <li key={copy.number}>
          <details>
            <summary>
              <b>{pipelineText.copy(copy.number)}</b> {describeCopy(copy)}
              {copy.keptUntil !== undefined && (
                <>
                  , {pipelineText.kept} <Moment at={copy.keptUntil} />
                </>
              )}
            </summary>
            <ul className={classes.checks}>
              {copy.checks.map(({ name, on, passed, milliseconds, expected, output }) => (
                <li key={`${on} ${name}`}>
                  {passed ? (
                    <IconCircleCheck
                      aria-label="passed"
                      size={16}
                      stroke={1.5}
                      color="var(--labcast-state-green)"
                    />
                  ) : (
                    <IconAlertOctagon
                      aria-label="failed"
                      size={16}
                      stroke={1.5}
                      color="var(--labcast-state-red)"
                    />
                  )}
                  <span>
                    {name} ({on}) {printPause(milliseconds)}
                    {!passed &&
                      `. ${pipelineText.expected}: ${expected}. ${pipelineText.got}: ${output.trim()}`}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

function describeCopy({ checks, state, readyMs, memoryBytes, diskBytes }: RunCopy): string {
  const passed = checks.filter((check) => check.passed).length;
  return [
    checks.length > 0 ? pipelineText.checks(passed, checks.length) : state,
    readyMs === undefined ? '' : pipelineText.readyIn(printPause(readyMs)),
    memoryBytes === undefined ? '' : pipelineText.tookMemory(printSize(memoryBytes)),
    diskBytes === undefined ? '' : pipelineText.tookDisk(printSize(diskBytes)),
  ]
    .filter(Boolean)
    .join(', ');
}
