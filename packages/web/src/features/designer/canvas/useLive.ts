import { useEffect, useState } from 'react';
import { describeError } from '../../../components/describeError.ts';
import { useDesign } from '../design/Design.ts';
import { describeCard } from './live/describeCard.ts';
import { createLiveStore, type LiveStore } from './live/liveStore.ts';
import { gatewayName } from './placeAll.ts';

/** What is known of each card, told to that card alone. */
export function useLive(): LiveStore {
  const { blueprint, appliedBlueprint, status, pending, generation, refusal } = useDesign();
  const [store] = useState(createLiveStore);
  useEffect(() => {
    const refused = Object.fromEntries(
      (refusal?.elements ?? []).map((name) => [name, describeError(refusal?.error).message]),
    );
    const context = { blueprint, appliedBlueprint, status, pending, generation, refused };
    const names = new Set([
      gatewayName,
      ...Object.keys(blueprint.elements),
      ...Object.keys(appliedBlueprint.elements),
      ...Object.keys(blueprint.networks),
      ...Object.keys(appliedBlueprint.networks),
    ]);
    store.set(names, (name) => describeCard(name, context));
  }, [store, blueprint, appliedBlueprint, status, pending, generation, refusal]);
  return store;
}
