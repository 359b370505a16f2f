import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Moment } from '../../../components/Moment.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { openConsoleWindow } from '../../console/dock/openConsoleWindow.ts';
import { pipelineText } from '../pipelineText.ts';
import { GoBackDialog } from '../releases/GoBackDialog.tsx';
import type { SidesProps } from './Sides.tsx';
import classes from './sides.module.css';

/** What was promoted last: its elements and states, and the way back to the release before. */
export function ProdSide({ assignment, pipeline, mayChange }: SidesProps) {
  const { prod, releases } = pipeline;
  const [isGoingBack, setGoingBack] = useState(false);
  const before = releases.find(
    ({ number }) => prod?.release !== undefined && number < prod.release,
  )?.number;
  if (!prod)
    return (
      <section className={classes.side} aria-label={pipelineText.prod}>
        <Title order={2}>{pipelineText.prod}</Title>
        <Text size="sm">{pipelineText.prodEmpty}</Text>
      </section>
    );
  const elements = prod.environment.status.elements.filter(({ kind }) => kind !== 'gateway');
  const openAll = () => {
    for (const { name, kind } of elements.slice(0, 4))
      if (kind === 'container' || kind === 'cluster')
        openConsoleWindow({
          assignment,
          environment: 'prod',
          console: { element: name, kind: 'terminal', number: 1 },
        });
  };
  return (
    <section className={classes.side} aria-label={pipelineText.prod}>
      <div className={classes.head}>
        <Title order={2}>{pipelineText.prod}</Title>
        {prod.release !== undefined && (
          <Anchor component={Link} to={`/a/${assignment}/releases/r${prod.release}`}>
            {pipelineText.release(prod.release)}
          </Anchor>
        )}
        {prod.since !== undefined && (
          <span>
            {pipelineText.since} <Moment at={prod.since} />
          </span>
        )}
      </div>
      <ul className={classes.states}>
        {elements.map(({ name, state }) => (
          <li key={name}>
            <b>{name}</b> <StateBadge state={state} />
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {pipelineText.prodHint}
      </Text>
      {mayChange && (
        <div className={classes.promote}>
          <Button size="xs" variant="default" onClick={openAll}>
            {pipelineText.openConsoles}
          </Button>
          {before !== undefined && (
            <Button size="xs" variant="default" onClick={() => setGoingBack(true)}>
              {pipelineText.goBack(before)}
            </Button>
          )}
        </div>
      )}
      {before !== undefined && (
        <GoBackDialog
          assignment={assignment}
          release={before}
          isOpen={isGoingBack}
          onClose={() => setGoingBack(false)}
        />
      )}
    </section>
  );
}
