/** Lets so many in at once; the others wait in order, however long that takes. */
export interface Gate {
  /** Resolves with the way out, to be called once. */
  enter(): Promise<() => void>;
}

export function createGate(most: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;

  const leave = (): void => {
    const next = waiting.shift();
    // The place passes on without becoming free in between.
    if (next) next();
    else inside--;
  };

  return {
    async enter() {
      if (inside < most) inside++;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return leave;
    },
  };
}
