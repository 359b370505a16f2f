import type { MutateOptions, QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { useChange } from './useChange.ts';

/**
 * A call that makes something, once: the second press of a double click comes before the first is drawn, and is left out.
 * After a failure one may try again.
 */
export function useCreation<Input, Output>(
  call: (input: Input) => Promise<Output>,
  outdated: readonly QueryKey[],
) {
  const isTaken = useRef(false);
  const creation = useChange(async (input: Input) => {
    try {
      return await call(input);
    } catch (error) {
      isTaken.current = false;
      throw error;
    }
  }, outdated);
  return {
    ...creation,
    mutate: (input: Input, options?: MutateOptions<Output, Error, Input>) => {
      if (isTaken.current) return;
      isTaken.current = true;
      creation.mutate(...([input, options] as Parameters<typeof creation.mutate>));
    },
  };
}
