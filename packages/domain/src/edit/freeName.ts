/** Longest name that `lab.yaml` takes. */
const longest = 30;

/** `web`, or `web-2`, `web-3`, ... when that is taken. A number that it has already counts on. */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  if (!used.has(wanted)) return wanted;
  const base = wanted.replace(/-\d+$/, '');
  for (let number = 2; ; number++) {
    const end = `-${number}`;
    const name = `${base.slice(0, longest - end.length)}${end}`;
    if (!used.has(name)) return name;
  }
}
