import { Link } from '@tanstack/react-router';
import type { Course } from '@labcast/api-client';
import { printDate } from '../../components/printMoment.ts';
import { StateBadge } from '../../components/StateBadge.tsx';
import { stateLooks } from '../../theme/stateLooks.ts';
import { courseText } from './courseText.ts';
import classes from './courses.module.css';

export function AssignmentList({ assignments }: { readonly assignments: Course['assignments'] }) {
  return (
    <ul className={classes.rows}>
      {assignments.map(({ slug, name, state, ...more }) => (
        <li key={slug}>
          <Link className={classes.row} to="/a/$assignment/design" params={{ assignment: slug }}>
            <span className={classes.name} dir="auto" title={name}>
              {name}
            </span>
            <span className={classes.facts}>
              <StateBadge state={state} word={`${courseText.state} ${stateLooks[state].word}`} />
              {classFacts(more).map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Nothing of a class that there is not yet. */
function classFacts({
  release,
  deployed,
  asking,
  deadline,
}: Pick<Course['assignments'][number], 'release' | 'deployed' | 'asking' | 'deadline'>): string[] {
  return [
    ...(release === undefined ? [] : [`r${release}`]),
    ...(deployed === 0 ? [] : [courseText.deployed(deployed)]),
    ...(asking === 0 ? [] : [courseText.asking(asking)]),
    ...(deadline === undefined ? [] : [courseText.due(printDate(Date.parse(deadline)))]),
  ];
}
