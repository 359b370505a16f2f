import { diffLab } from '@labcast/domain';

/** Where the disk of something that was deleted or made anew is. */
export interface Kept {
  /** Number of the checkpoint. */
  readonly checkpoint: number;
  /** lab.yaml as it was then. */
  readonly text: string;
}

interface DrawnUpon {
  readonly text: string;
  /** By the names of elements whose disks were lost. */
  readonly kept: Readonly<Record<string, Kept>>;
  /** Numbers of checkpoints, by the names of elements that shall have their disks back. */
  readonly bringBack: Readonly<Record<string, number>>;
}

/** Of the elements that this step draws as they were when their disks were lost. */
export function disksToBringBack(
  { kept, bringBack, text: before }: DrawnUpon,
  after: string,
): Readonly<Record<string, number>> {
  const names = Object.keys(kept);
  if (names.length === 0) return bringBack;
  const drawn = touchedElements(before, after, isDrawnAnew);
  const back = names.flatMap((name): [string, number][] => {
    const lost = kept[name];
    if (!lost || !drawn.has(name) || touchedElements(lost.text, after).has(name)) return [];
    return [[name, lost.checkpoint]];
  });
  const still = Object.entries(bringBack).filter(([name]) => !drawn.has(name));
  return Object.fromEntries([...still, ...back]);
}

/** What of a checkpoint the lab does not have any more: elements that are gone, or were made anew since. */
export function listLost(kept: Kept, appliedText: string): Readonly<Record<string, Kept>> {
  const isLost = (change: LabChange) => isDrawnAnew(change) && change.value !== undefined;
  const lost = [...touchedElements(appliedText, kept.text, isLost)];
  return Object.fromEntries(lost.map((name) => [name, kept]));
}

type LabChange = ReturnType<typeof diffLab>[number];

/** The whole element, or a field for which it is made anew. */
function isDrawnAnew({ path: [, , field] }: LabChange): boolean {
  return field === undefined || ['kind', 'image', 'storage'].includes(String(field));
}

/** Nobody's, when one of the texts is no YAML. */
function touchedElements(
  before: string,
  after: string,
  counts: typeof isDrawnAnew = () => true,
): ReadonlySet<string> {
  try {
    const touched = diffLab(before, after)
      .filter(({ path: [key] }) => key === 'elements')
      .filter(counts);
    return new Set(touched.map(({ path }) => String(path[1])));
  } catch {
    return new Set();
  }
}
