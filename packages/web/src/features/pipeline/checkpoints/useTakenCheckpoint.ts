import { useQuery } from '@tanstack/react-query';
import { checkpointsQuery } from '../../../api/pipeline.ts';

/** The checkpoint that was asked for here, as far as it is; undefined when none was. */
export function useTakenCheckpoint(assignment: string, number: number | undefined) {
  const query = useQuery({ ...checkpointsQuery(assignment), enabled: number !== undefined });
  return number === undefined
    ? undefined
    : query.data?.checkpoints.find((checkpoint) => checkpoint.number === number);
}
