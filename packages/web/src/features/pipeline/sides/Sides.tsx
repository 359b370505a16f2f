import type { Pipeline } from '@labcast/api-client';
import type { useTakeCheckpoint } from '../../../api/pipeline.ts';
import type { StartOf } from '../PipelineView.tsx';
import { Between } from './Between.tsx';
import { DevSide } from './DevSide.tsx';
import { ProdSide } from './ProdSide.tsx';
import classes from './sides.module.css';

export interface SidesProps {
  readonly assignment: string;
  readonly pipeline: Pipeline;
  readonly mayChange: boolean;
  readonly take: ReturnType<typeof useTakeCheckpoint>;
  readonly onStart: (of: StartOf) => void;
}

/** Dev at the left, prod at the right, and between them exactly what would change. */
export function Sides(props: SidesProps) {
  return (
    <div className={classes.sides}>
      <DevSide {...props} />
      <Between {...props} />
      <ProdSide {...props} />
    </div>
  );
}
