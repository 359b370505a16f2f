import { useQuery } from '@tanstack/react-query';
import { environmentQuery, type EnvironmentAddress } from '../../api/environments.ts';

/**
 * Whether consoles of a lab may put anything into the clipboard of this computer, which they may not in an exam. While
 * that is not known nothing leaves it.
 */
export function useMayCopyOut({ assignment, environment }: EnvironmentAddress): boolean {
  const { data } = useQuery(environmentQuery({ assignment, environment }));
  return data !== undefined && data.clipboard !== 'in';
}
