import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../components/Moment.tsx';
import { findVisit } from '../shell/visits.ts';
import { courseText } from './courseText.ts';
import classes from './courses.module.css';

/** The way back to where somebody worked last, as long as that is still there. */
export function Continue({
  personId,
  present,
}: {
  personId: string;
  present: ReadonlySet<string>;
}) {
  const visit = findVisit(personId);
  if (!visit || !present.has(visit.assignment)) return null;
  return (
    <p className={classes.continue}>
      <span>{courseText.continue}:</span>
      <Anchor
        component={Link}
        to={`/a/${visit.assignment}/design`}
        fw={600}
        dir="auto"
        title={visit.name}
      >
        {visit.name}
      </Anchor>
      <span>
        Design, <Moment at={visit.at} />
      </span>
    </p>
  );
}
