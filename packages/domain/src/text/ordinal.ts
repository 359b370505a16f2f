/** `1st`, `2nd`, `3rd`, `4th`, `11th`. */
export function ordinal(number: number): string {
  const lastTwo = number % 100;
  const isTeen = lastTwo >= 11 && lastTwo <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${String(number)}${ending}`;
}
