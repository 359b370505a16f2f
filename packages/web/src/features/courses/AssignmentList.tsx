import { Link } from '@tanstack/react-router';
import type { Course } from '@labcast/api-client';
import { StateBadge } from '../../components/StateBadge.tsx';
import { stateLooks } from '../../theme/stateLooks.ts';
import { courseText } from './courseText.ts';
import classes from './courses.module.css';

export function AssignmentList({ assignments }: { readonly assignments: Course['assignments'] }) {
  return (
    <ul className={classes.rows}>
      {assignments.map(({ slug, name, state }) => (
        <li key={slug}>
          <Link className={classes.row} to="/a/$assignment/design" params={{ assignment: slug }}>
            <span className={classes.name} dir="auto" title={name}>
              {name}
            </span>
            <span className={classes.facts}>
              <StateBadge state={state} word={`${courseText.state} ${stateLooks[state].word}`} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
