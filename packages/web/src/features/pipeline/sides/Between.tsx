import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { pipelineText } from '../pipelineText.ts';
import { ChangeList } from './ChangeList.tsx';
import { countChanges } from './countChanges.ts';
import { isPromoteNext } from './isPromoteNext.ts';
import type { SidesProps } from './Sides.tsx';
import classes from './sides.module.css';

/** What a promotion would change in prod, and the way to it; why not, when it is not possible now. */
export function Between({ assignment, pipeline, mayChange, onStart }: SidesProps) {
  const { wouldChange, mayPromote, prod, dev } = pipeline;
  const isSame = prod !== undefined && wouldChange.length === 0;
  return (
    <section className={classes.side} data-between aria-label={pipelineText.between}>
      <div className={classes.head}>
        <Title order={2}>{pipelineText.between}</Title>
        {prod && (
          <span>
            {isSame ? pipelineText.nothingWould : pipelineText.counts(countChanges(wouldChange))}
          </span>
        )}
      </div>
      {!prod && <Text size="sm">{dev ? pipelineText.allIsNew : pipelineText.nothingToBring}</Text>}
      <ChangeList changes={wouldChange} />
      {prod && (
        <Anchor component={Link} to={`/a/${assignment}/compare?from=prod&to=dev`} size="sm">
          {pipelineText.compareInFull}
        </Anchor>
      )}
      {mayChange && dev && (
        <div className={classes.promote}>
          <Button
            size="xs"
            variant={isPromoteNext(pipeline) ? 'filled' : 'default'}
            onClick={() => onStart({ checkpoint: undefined })}
          >
            {pipelineText.promoteDev}
          </Button>
          {!mayPromote.allowed && mayPromote.reason !== undefined && (
            <Text size="sm">{mayPromote.reason}</Text>
          )}
        </div>
      )}
    </section>
  );
}
