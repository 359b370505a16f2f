import { queryOptions } from '@tanstack/react-query';
import {
  callElement,
  elementPath,
  viewersKey,
  type ElementAddress,
} from '../../../api/consoles.ts';

export interface Viewer {
  readonly personName: string;
  readonly console: string;
  readonly mode: 'control' | 'view';
  readonly since: string;
}

/** Who has a console of this element open. */
export const viewersQuery = (address: ElementAddress) =>
  queryOptions<readonly Viewer[]>({
    queryKey: viewersKey(address),
    queryFn: async ({ signal }) => {
      const response = await callElement(`${elementPath(address)}/viewers`, { signal });
      return ((await response.json()) as { viewers: Viewer[] }).viewers;
    },
  });
