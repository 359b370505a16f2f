import { useEffect } from 'react';
import type { DesignState, Step } from './designState.ts';
import type { DesignStore } from './designStore.ts';

/** What undo and redo need, of one person in one tab. */
export type DesignHistory = Pick<DesignState, 'undoable' | 'redoable' | 'kept'>;

/** Of characters; browsers give a site 5 million. */
const mostCharacters = 1_000_000;
const version = 1;

type Place = readonly [text: number, positions: number];
interface PackedStep extends Omit<Step, 'before' | 'after'> {
  readonly before: Place;
  readonly after: Place;
}
interface Packed {
  readonly version: number;
  /** Each text and each set of positions once: most steps begin where the one before ended. */
  readonly values: readonly unknown[];
  readonly undoable: readonly PackedStep[];
  readonly redoable: readonly PackedStep[];
  readonly kept: DesignHistory['kept'];
}

/** The history as text; of a long one the latest steps. */
export function packHistory({ undoable, redoable, kept }: DesignHistory): string {
  const values: unknown[] = [];
  const places = new Map<unknown, number>();
  const placeOf = (value: unknown): number => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, values.length);
    return values.push(value) - 1;
  };
  const packStep = ({ before, after, ...step }: Step): PackedStep => ({
    ...step,
    before: [placeOf(before.text), placeOf(before.positions)],
    after: [placeOf(after.text), placeOf(after.positions)],
  });
  const packed: Packed = {
    version,
    values,
    undoable: undoable.map(packStep),
    redoable: redoable.map(packStep),
    kept,
  };
  const text = JSON.stringify(packed);
  if (text.length <= mostCharacters || undoable.length + redoable.length === 0) return text;
  const half = Math.ceil(undoable.length / 2);
  return undoable.length > 0
    ? packHistory({ undoable: undoable.slice(half), redoable, kept })
    : packHistory({ undoable, redoable: [], kept });
}

/** Undefined when it is none, or one of another version of these pages. */
export function unpackHistory(text: string): DesignHistory | undefined {
  try {
    const packed = JSON.parse(text) as Packed | null;
    if (packed?.version !== version) return undefined;
    const { values, undoable, redoable, kept } = packed;
    const snapshotAt = ([at, positions]: Place) => ({
      text: values[at],
      positions: values[positions],
    });
    const unpackStep = (step: PackedStep) =>
      ({ ...step, before: snapshotAt(step.before), after: snapshotAt(step.after) }) as Step;
    return { undoable: undoable.map(unpackStep), redoable: redoable.map(unpackStep), kept };
  } catch {
    return undefined;
  }
}

export function readHistory(key: string): DesignHistory | undefined {
  try {
    return unpackHistory(sessionStorage.getItem(key) ?? 'null');
  } catch {
    // A browser that keeps nothing for anybody.
    return undefined;
  }
}

/**
 * Has undo outlive a reload and a look at another page: of this tab, as undo is one person's walk back on one canvas. Written
 * when the page is left, since writing a long history with every letter would be felt.
 */
export function useKeepHistory(key: string | undefined, store: DesignStore): void {
  useEffect(() => {
    if (key === undefined) return;
    const keep = () => {
      try {
        sessionStorage.setItem(key, packHistory(store.get()));
      } catch {
        // The browser has no room for it: then it lives as long as the page.
        sessionStorage.removeItem(key);
      }
    };
    globalThis.addEventListener('pagehide', keep);
    return () => {
      globalThis.removeEventListener('pagehide', keep);
      keep();
    };
  }, [key, store]);
}
