import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';

/** A call that changes something, after which what is known under the given keys is read again. */
export function useChange<Input, Output>(
  call: (input: Input) => Promise<Output>,
  outdated: readonly QueryKey[],
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: () =>
      Promise.all(outdated.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
