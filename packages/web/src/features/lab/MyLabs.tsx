import type { Labs } from '@labcast/api-client';
import { Button, EmptyState } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useActOnEnvironment } from '../../api/environments.ts';
import { labsQuery } from '../../api/labs.ts';
import { Answer } from '../../components/Answer.tsx';
import { Deadline } from '../../components/Deadline.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import classes from './lab.module.css';
import { labText } from './labText.ts';

type LabSummary = Labs['labs'][number];

/** A person's own labs, each in a row with what one does next. */
export function MyLabs({ isAlone }: { readonly isAlone: boolean }) {
  // Somebody who waits for the first lab need not reload.
  const labs = useQuery({ ...labsQuery, refetchInterval: 10_000 });
  if (!isAlone && (labs.data?.labs.length ?? 0) === 0) return null;
  return (
    <Answer query={labs} loading={labText.loading} unread={labText.unread}>
      {({ labs: list }) =>
        list.length === 0 ? (
          <EmptyState py={48} title={labText.emptyTitle} description={labText.emptyText} />
        ) : (
          <ul className={classes.rows} aria-label={labText.title}>
            {list.map((lab) => (
              <LabRow key={lab.id} lab={lab} isFirst={lab === list.find(mayStart)} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

const mayStart = ({ wanted, isFrozen, opensAt }: LabSummary) =>
  wanted === 'stopped' && !isFrozen && opensAt === undefined;

interface LabRowProps {
  readonly lab: LabSummary;
  /** Of those that can be started: what one most likely wants. */
  readonly isFirst: boolean;
}

function LabRow({ lab, isFirst }: LabRowProps) {
  const { id, title, course, checks, deadline } = lab;
  return (
    <li className={classes.row}>
      <span className={classes.rowName}>
        <Link to="/labs/$environment" params={{ environment: id }} dir="auto">
          {title}
        </Link>
        {course && <span dir="auto">{course.name}</span>}
      </span>
      <RowState lab={lab} />
      <span>{checks.total > 0 && labText.checks(checks.passed, checks.total)}</span>
      <span>
        {deadline !== undefined && (
          <>
            {labText.due} <Deadline at={deadline} />
          </>
        )}
      </span>
      {mayStart(lab) ? (
        <StartButton lab={lab} isFirst={isFirst} />
      ) : (
        <Button
          component={Link}
          to={`/labs/${id}`}
          size="sm"
          variant="default"
          aria-label={`${labText.open} ${title}`}
        >
          {labText.open}
        </Button>
      )}
    </li>
  );
}

/** How it is, in words: before the doors open, never started, or with work in it. */
function RowState({ lab }: Pick<LabRowProps, 'lab'>) {
  const { state, wanted, isNew, isFrozen, opensAt } = lab;
  if (opensAt !== undefined)
    return (
      <span className={classes.rowState}>
        <StateBadge state="waiting" word={labText.notOpen} />
        <span>
          {labText.opens} <Deadline at={opensAt} />
        </span>
      </span>
    );
  const isStopped = wanted === 'stopped' && !isFrozen;
  return (
    <span className={classes.rowState}>
      <StateBadge
        state={isFrozen ? 'frozen' : state}
        {...(isStopped && isNew && { word: labText.isNew })}
      />
      {isStopped && !isNew && <span>{labText.kept}</span>}
    </span>
  );
}

/** Starts it and leads there, where its steps are shown. */
function StartButton({ lab, isFirst }: LabRowProps) {
  const { id, title, assignment, environment } = lab;
  const navigate = useNavigate();
  const act = useActOnEnvironment({ assignment, environment });
  return (
    <Button
      size="sm"
      variant={isFirst ? 'filled' : 'default'}
      aria-label={labText.startOf(title)}
      loading={act.isPending}
      onClick={() =>
        act.mutate('start', {
          // What keeps it from starting is said there, too, with the way on.
          onSettled: () => void navigate({ to: '/labs/$environment', params: { environment: id } }),
        })
      }
    >
      {labText.start}
    </Button>
  );
}
