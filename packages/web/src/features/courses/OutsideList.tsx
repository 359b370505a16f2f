import type { Assignments } from '@labcast/api-client';
import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../components/Moment.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { courseText } from './courseText.ts';
import classes from './courses.module.css';

type Outside = Assignments['assignments'];

/** Labs that belong to no course, which only administrators see. */
export function OutsideList({ assignments }: { readonly assignments: Outside }) {
  return (
    <section aria-labelledby="outside">
      <Title order={2} id="outside" mt="xl">
        {courseText.outside}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {courseText.outsideText}
      </Text>
      <ul className={classes.rows}>
        {assignments.map(({ name, createdAt, environments }) => (
          <li key={name}>
            <Link className={classes.row} to="/a/$assignment/design" params={{ assignment: name }}>
              <span className={classes.name}>{name}</span>
              <span className={classes.facts}>
                {environments.map(({ environment, status }) => (
                  <span key={environment}>
                    {environment} <StateBadge state={status.state} />
                  </span>
                ))}
                <span>
                  {courseText.madeAt} <Moment at={createdAt} />
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
