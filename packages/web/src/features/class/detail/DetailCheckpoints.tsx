import { useQuery } from '@tanstack/react-query';
import { checkpointsQuery } from '../../../api/pipeline.ts';
import { useRestore } from '../../../api/tasks.ts';
import { Answer } from '../../../components/Answer.tsx';
import { ConfirmButton } from '../../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { detailText as text } from './detailText.ts';
import { Block } from './Block.tsx';
import classes from './detail.module.css';

interface DetailCheckpointsProps {
  readonly assignment: string;
  readonly environment: string;
}

/** The checkpoints of this lab: those taken before resets, updates and the deadline too. */
export function DetailCheckpoints({ assignment, environment }: DetailCheckpointsProps) {
  const query = useQuery(checkpointsQuery(assignment));
  const restore = useRestore({ assignment, environment });
  return (
    <Block title={text.checkpoints}>
      <Answer query={query} loading={text.loading} unread={text.unread} lines={2}>
        {({ checkpoints }) => {
          const own = checkpoints.filter(({ source }) => source === environment);
          if (own.length === 0) return <p className={classes.note}>{text.noCheckpoints}</p>;
          return (
            <ul className={classes.list}>
              {own.map(({ number, reason, note, createdAt, state, error }) => (
                <li key={number} className={classes.elementLine}>
                  <b>c{number}</b>
                  <span className={classes.grow} dir="auto">
                    {[text.reasons[reason] ?? reason, note, state === 'failed' ? error : undefined]
                      .filter(Boolean)
                      .join(', ')}{' '}
                    <span className={classes.dimmed}>
                      <Moment at={createdAt} />
                    </span>
                  </span>
                  {state === 'kept' && (
                    <ConfirmButton
                      size="compact-xs"
                      question={text.restoreQuestion(number)}
                      aria-label={`${text.restore} c${number}`}
                      onConfirm={() => restore.mutate(number)}
                    >
                      {text.restore}
                    </ConfirmButton>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      {restore.isError && <ErrorPanel error={restore.error} title={text.failed} />}
    </Block>
  );
}
