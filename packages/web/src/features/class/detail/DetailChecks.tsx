import type { LabChecks } from '@labcast/api-client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EnvironmentAddress } from '../../../api/environments.ts';
import { checksQuery, useRunChecks } from '../../../api/labs.ts';
import { Answer } from '../../../components/Answer.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { describeFound } from '../../lab/guide/describeFound.ts';
import { VerdictIcon } from '../../lab/guide/VerdictIcon.tsx';
import { Block } from './Block.tsx';
import classes from './detail.module.css';
import { detailText as text } from './detailText.ts';

type Check = LabChecks['checks'][number];

interface DetailChecksProps {
  readonly path: EnvironmentAddress;
  /** Checks need machines that run. */
  readonly isRunning: boolean;
}

/** Each check with how it went last, when, and how often it was tried before. */
export function DetailChecks({ path, isRunning }: DetailChecksProps) {
  // A student's own try is no event of the environment.
  const query = useQuery({ ...checksQuery(path), refetchInterval: 10_000 });
  const run = useRunChecks(path);
  return (
    <Block title={text.checks}>
      <Answer query={query} loading={text.loading} unread={text.unread} lines={2}>
        {({ checks }) =>
          checks.length === 0 ? (
            <p className={classes.note}>{text.noChecks}</p>
          ) : (
            <>
              <ul className={classes.list}>
                {checks.map((check) => (
                  <CheckLine key={check.name} check={check} />
                ))}
              </ul>
              {isRunning && (
                <Button
                  size="xs"
                  mt="xs"
                  variant="default"
                  loading={run.isPending}
                  onClick={() => run.mutate(undefined)}
                >
                  {text.runChecks}
                </Button>
              )}
            </>
          )
        }
      </Answer>
      {run.isError && <ErrorPanel error={run.error} title={text.failed} />}
    </Block>
  );
}

function CheckLine({ check }: { readonly check: Check }) {
  const { name, on, tries } = check;
  const [last, ...earlier] = tries;
  return (
    <li>
      <div className={classes.elementLine}>
        <VerdictIcon last={last} />
        <span className={classes.grow} dir="auto">
          {name} <span className={classes.dimmed}>{text.checkOn(on)}</span>
        </span>
        <span className={classes.dimmed}>{last ? <Moment at={last.at} /> : text.neverTried}</span>
      </div>
      {last && !last.passed && (
        <dl className={classes.found}>
          <dt>{text.expected}</dt>
          <dd dir="auto">{last.expected}</dd>
          <dt>{text.got}</dt>
          <dd dir="auto">{[describeFound(last), last.output].filter(Boolean).join(': ')}</dd>
        </dl>
      )}
      {earlier.length > 0 && (
        <p className={classes.note}>
          {text.earlier(earlier.length, earlier.filter(({ passed }) => passed).length)}
        </p>
      )}
    </li>
  );
}
