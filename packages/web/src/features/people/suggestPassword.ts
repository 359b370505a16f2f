/** Without characters that one mistakes for others when they are read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four: some 79 bits. Each number of `random` is below 256. */
export function suggestPassword(
  random: (bytes: number) => Uint8Array = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
): string {
  const chosen: string[] = [];
  // Numbers at the end would prefer the first letters.
  const fair = 256 - (256 % letters.length);
  while (chosen.length < 16) {
    for (const number of random(32)) {
      if (number < fair && chosen.length < 16) chosen.push(letters.charAt(number % letters.length));
    }
  }
  return chosen.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
}
