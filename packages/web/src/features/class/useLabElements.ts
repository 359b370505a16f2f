import type { ClassView } from '@labcast/api-client';
import { useQuery } from '@tanstack/react-query';
import { environmentQuery } from '../../api/environments.ts';

/** The elements of the students' labs, as one of them has them: those that can be reset, the first with a console. */
export function useLabElements(assignment: string, { students }: ClassView): readonly string[] {
  const environment = students.find(({ state }) => state !== 'not-deployed')?.environment;
  const lab = useQuery({
    ...environmentQuery({ assignment, environment: environment ?? '' }),
    enabled: environment !== undefined,
  }).data;
  return (lab?.status.elements ?? [])
    .filter(({ kind }) => kind !== 'gateway' && kind !== 'app')
    .map(({ name }) => name);
}
