import PQueue from 'p-queue';

/**
 * Runs heavy work on the lab host, at most so much at a time in this process, the rest in order of asking. Who waits is
 * told its place, counted from 1, and undefined when it is its turn.
 */
export type InTurn = (
  work: () => Promise<void>,
  tellPlace?: (place: number | undefined) => void,
) => Promise<void>;

interface Waiting {
  readonly tellPlace: (place: number | undefined) => void;
  told?: number;
}

/** A short wait is not worth a word: places are told after `tellEveryMs`, and no more often. */
export function createTurns(concurrency: number, tellEveryMs: number): InTurn {
  const queue = new PQueue({ concurrency });
  const waiting = new Set<Waiting>();
  let timer: NodeJS.Timeout | undefined;

  const tellLater = (): void => {
    if (waiting.size === 0) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      [...waiting].forEach((one, index) => {
        const place = index + 1;
        if (!isWorthTelling(one.told, place)) return;
        one.told = place;
        one.tellPlace(place);
      });
    }, tellEveryMs).unref();
  };

  return (work, tellPlace = () => undefined) => {
    const own: Waiting = { tellPlace };
    waiting.add(own);
    const done = queue.add(() => {
      waiting.delete(own);
      if (own.told !== undefined) tellPlace(undefined);
      tellLater();
      return work();
    });
    tellLater();
    return done;
  };
}

/** Each word is a write to the database, and a thousand who wait move up at every turn: far behind only a leap counts. */
function isWorthTelling(told: number | undefined, place: number): boolean {
  if (told === undefined || place > told) return true;
  return place < told && (place <= 5 || place <= told * 0.8);
}
