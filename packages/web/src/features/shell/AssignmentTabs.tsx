import { Link, useParams } from '@tanstack/react-router';
import { shellText } from './shellText.ts';
import classes from './Shell.module.css';

/** The parts of an assignment. */
const tabs = [
  { to: '/a/$assignment/design', label: shellText.tabs.design },
  { to: '/a/$assignment/pipeline', label: shellText.tabs.pipeline },
  { to: '/a/$assignment/class', label: shellText.tabs.class },
] as const;

export function AssignmentTabs() {
  const { assignment } = useParams({ strict: false });
  if (assignment === undefined) return null;
  return (
    <nav className={classes.tabs} aria-label="Assignment">
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} params={{ assignment }} activeOptions={{ includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
