import type { Release } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../../components/Moment.tsx';
import { pipelineText } from '../pipelineText.ts';
import { countChanges } from '../sides/countChanges.ts';
import classes from './releases.module.css';

const text = pipelineText.releases;

interface ReleaseListProps {
  readonly assignment: string;
  readonly releases: readonly Release[];
}

/** What was promoted, newest first: who has it, what changed, by whom. */
export function ReleaseList({ assignment, releases }: ReleaseListProps) {
  return (
    <section>
      <Title order={2} mb="xs">
        {text.title}
      </Title>
      {releases.length === 0 ? (
        <Text size="sm">{text.none}</Text>
      ) : (
        <ul className={classes.rows}>
          {releases.map((release, index) => (
            <li key={release.number}>
              <Link
                to="/a/$assignment/releases/$release"
                params={{ assignment, release: `r${release.number}` }}
                className={classes.number}
              >
                {pipelineText.release(release.number)}
              </Link>
              <span className={classes.grow} dir="auto">
                {index === releases.length - 1 && release.changes.length === 0
                  ? text.first
                  : pipelineText.counts(countChanges(release.changes))}
                {release.note !== '' && ` · ${release.note}`}
              </span>
              <span>{release.students === 0 ? text.nobody : text.students(release.students)}</span>
              <span className={classes.dimmed}>
                {[
                  text.ofCheckpoint(release.checkpoint),
                  text.by(release.createdBy),
                  release.sizeBytes === undefined ? '' : printSize(release.sizeBytes),
                ]
                  .filter(Boolean)
                  .join(', ')}
                , <Moment at={release.createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
