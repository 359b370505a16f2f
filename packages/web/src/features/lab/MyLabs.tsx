import type { Labs } from '@labcast/api-client';
import { Button, EmptyState } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { labsQuery } from '../../api/labs.ts';
import { Answer } from '../../components/Answer.tsx';
import { Moment } from '../../components/Moment.tsx';
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
              <LabRow key={lab.id} lab={lab} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

function LabRow({ lab }: { readonly lab: LabSummary }) {
  const { id, title, course, state, wanted, checks, deadline } = lab;
  const isStopped = wanted === 'stopped' && !lab.isFrozen;
  return (
    <li className={classes.row}>
      <span className={classes.rowName}>
        <Link to="/labs/$environment" params={{ environment: id }} dir="auto">
          {title}
        </Link>
        {course && <span dir="auto">{course.name}</span>}
      </span>
      <span className={classes.rowState}>
        <StateBadge state={state} {...(lab.isFrozen && { word: 'frozen' })} />
        {isStopped && <span>{labText.kept}</span>}
      </span>
      <span>{checks.total > 0 && labText.checks(checks.passed, checks.total)}</span>
      <span>
        {deadline !== undefined && (
          <>
            {labText.due} <Moment at={deadline} />
          </>
        )}
      </span>
      <Button
        component={Link}
        to={`/labs/${id}`}
        size="sm"
        variant="default"
        aria-label={`${labText.open} ${title}`}
      >
        {labText.open}
      </Button>
    </li>
  );
}
