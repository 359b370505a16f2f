import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { pipelineText } from '../pipelineText.ts';
import { ChangeList } from './ChangeList.tsx';
import type { SidesProps } from './Sides.tsx';
import classes from './sides.module.css';
import { TakeForm } from './TakeForm.tsx';

/** Where the lab is built: what has changed since the last checkpoint, and the way to take one. */
export function DevSide(props: SidesProps) {
  const { assignment, pipeline, mayChange } = props;
  const { dev } = pipeline;
  const since = dev?.changesSince;
  if (!dev)
    return (
      <section className={classes.side} aria-label={pipelineText.dev}>
        <Title order={2}>{pipelineText.dev}</Title>
        <Text size="sm">{pipelineText.notMade}</Text>
        <Anchor component={Link} to={`/a/${assignment}/design`} size="sm">
          {pipelineText.toDesign}
        </Anchor>
      </section>
    );
  return (
    <section className={classes.side} aria-label={pipelineText.dev}>
      <div className={classes.head}>
        <Title order={2}>{pipelineText.dev}</Title>
        <StateBadge state={dev.environment.status.state} />
        {since && <span>{pipelineText.changesSince(since.checkpoint, since.changes.length)}</span>}
      </div>
      {since ? (
        <ChangeList changes={since.changes} />
      ) : (
        <div>
          <Text size="sm" fw={600}>
            {pipelineText.noCheckpoint}
          </Text>
          <Text size="sm">{pipelineText.noCheckpointHint}</Text>
        </div>
      )}
      {mayChange && <TakeForm {...props} />}
    </section>
  );
}
