import type { Task as TaskView } from '@labcast/api-client';
import { useQuery } from '@tanstack/react-query';
import { tasksQuery } from '../../../api/tasks.ts';
import { Answer } from '../../../components/Answer.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { detailText as text } from './detailText.ts';
import { Block } from './Block.tsx';
import classes from './detail.module.css';

interface DetailHistoryProps {
  readonly assignment: string;
  readonly environment: string;
}

/** What was done to this lab, newest first. */
export function DetailHistory(path: DetailHistoryProps) {
  const query = useQuery(tasksQuery(path));
  return (
    <Block title={text.history}>
      <Answer query={query} loading={text.loading} unread={text.unread} lines={2}>
        {({ tasks }) =>
          tasks.length === 0 ? (
            <p className={classes.note}>{text.noHistory}</p>
          ) : (
            <ul className={classes.list}>
              {tasks.map((task) => (
                <Task key={task.id} task={task} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Block>
  );
}

function Task({ task }: { readonly task: TaskView }) {
  const { kind, state, checkpoint, error, createdAt } = task;
  return (
    <li>
      <div className={classes.elementLine}>
        <b>{text.tasks[kind] ?? kind}</b>
        <span>{text.taskStates[state] ?? state}</span>
        {checkpoint !== undefined && <span>c{checkpoint}</span>}
        <span className={classes.dimmed}>
          <Moment at={createdAt} />
        </span>
      </div>
      {error !== undefined && <p className={classes.note}>{error}</p>}
    </li>
  );
}
