import { useQuery } from '@tanstack/react-query';
import { usageQuery } from '../../../api/usage.ts';
import { useDesign } from '../design/Design.ts';

export interface ElementUse {
  /** Cores. */
  readonly cpu: number;
  /** Bytes, as the storage. */
  readonly memory: number;
  readonly storage: number;
}

/** What an element takes now; undefined while that is not known. */
export function useElementUse(name: string | undefined): ElementUse | undefined {
  const { address, generation } = useDesign();
  const usage = useQuery({
    ...usageQuery(address),
    enabled: generation > 0 && name !== undefined,
    refetchInterval: 3_000,
    retry: false,
  });
  const now = usage.data?.samples.at(-1)?.elements.find((element) => element.name === name);
  if (!now) return undefined;
  return { cpu: round(now.cpuCores), memory: now.memoryBytes, storage: now.diskBytes };
}

const round = (cores: number) => Math.round(cores * 100) / 100;
