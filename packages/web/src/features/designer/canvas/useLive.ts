import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usageQuery } from '../../../api/usage.ts';
import { describeError } from '../../../components/describeError.ts';
import { useDesign } from '../design/Design.ts';
import { describeCard } from './live/describeCard.ts';
import { createLiveStore, type LiveStore } from './live/liveStore.ts';
import { gatewayName } from './placeAll.ts';

/** What is known of each card, told to that card alone. */
export function useLive(): LiveStore {
  const { blueprint, appliedBlueprint, status, pending, generation, refusal, address } =
    useDesign();
  const usage = useQuery({
    ...usageQuery(address),
    enabled: generation > 0,
    refetchInterval: 3_000,
    retry: false,
  });
  const [store] = useState(createLiveStore);
  useEffect(() => {
    const refused = Object.fromEntries(
      (refusal?.elements ?? []).map((name) => [name, describeError(refusal?.error).message]),
    );
    const uses = Object.fromEntries(
      (usage.data?.samples.at(-1)?.elements ?? []).map(({ name, cpuCores, memoryBytes }) => [
        name,
        // Rounded, so that a card is drawn again when one can see it.
        { cpu: Math.round(cpuCores * 20) / 20, memoryBytes: roundBytes(memoryBytes) },
      ]),
    );
    const context = { blueprint, appliedBlueprint, status, pending, generation, refused, uses };
    const names = new Set([
      gatewayName,
      ...Object.keys(blueprint.elements),
      ...Object.keys(appliedBlueprint.elements),
      ...Object.keys(blueprint.networks),
      ...Object.keys(appliedBlueprint.networks),
    ]);
    store.set(names, (name) => describeCard(name, context));
  }, [store, blueprint, appliedBlueprint, status, pending, generation, refusal, usage.data]);
  return store;
}

const MiB = 1024 ** 2;
const roundBytes = (bytes: number) => Math.round(bytes / MiB) * MiB;
