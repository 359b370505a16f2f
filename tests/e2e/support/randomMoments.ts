/** Numbers that come again when the run is repeated with `LABCAST_TEST_SEED`; the seed is printed. */
export interface RandomMoments {
  between(least: number, most: number): number;
}

export function randomMoments(): RandomMoments {
  const given = process.env.LABCAST_TEST_SEED;
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  console.log(`Faults come at the moments of LABCAST_TEST_SEED=${String(seed)}`);
  let state = seed;
  // Mulberry32, by Tommy Ettinger: small, and good enough for moments.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { between: (least, most) => Math.floor(least + next() * (most - least)) };
}
