/** Whether lines can be drawn over again: on a terminal, and one that says how wide it is, as serial consoles do not. */
export function canAnimate(): boolean {
  return process.stdout.isTTY && process.stdout.columns >= 40 && process.env.TERM !== 'dumb';
}
