import { queryOptions } from '@tanstack/react-query';
import { callElement, elementPath, type ElementAddress } from '../../../api/consoles.ts';
import { splitLines } from './findLines.ts';
import type { LogSource } from './logSources.ts';

export const mostLines = 2000;

export const logQuery = (address: ElementAddress, source: LogSource) =>
  queryOptions({
    queryKey: [
      'environments',
      address.assignment,
      address.environment,
      'logs',
      address.element,
      source,
    ],
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const url = `${elementPath(address)}/logs?source=${source}&lines=${mostLines}`;
      return splitLines(await (await callElement(url, { signal })).text());
    },
  });
