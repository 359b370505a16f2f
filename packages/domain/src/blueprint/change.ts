/** One thing that happens when another `lab.yaml` is applied to a running lab. */
export interface Change {
  /**
   * `change`: while it runs. `restart`: its processes stop for seconds, its disk stays. `replace`: removed and made anew.
   */
  readonly action: 'create' | 'change' | 'restart' | 'replace' | 'remove';
  /** Name of the element; networks are elements too. */
  readonly element: string;
  /** Whether anything that was stored is lost. */
  readonly destroysData: boolean;
  /** One sentence for people. */
  readonly message: string;
}

/** Of plain values, with the order of keys not counting. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const entries = Object.entries(a);
  const others = new Map<string, unknown>(Object.entries(b));
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && isEqual(value, others.get(key)))
  );
}
