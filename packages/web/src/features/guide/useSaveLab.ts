import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  applyBlueprint,
  blueprintQuery,
  environmentQuery,
  type EnvironmentAddress,
} from '../../api/environments.ts';

/** Applies another lab.yaml that loses no data; refused when somebody else changed it meanwhile. */
export function useSaveLab(address: EnvironmentAddress) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ text, generation }: { text: string; generation: number }) =>
      applyBlueprint(address, {
        blueprint: text,
        allowDataLoss: false,
        keepFirst: false,
        bringBack: {},
        ifGeneration: generation,
      }),
    onSuccess: async (view) => {
      queries.setQueryData(environmentQuery(address).queryKey, view);
      await queries.invalidateQueries({ queryKey: blueprintQuery(address).queryKey });
    },
  });
}
