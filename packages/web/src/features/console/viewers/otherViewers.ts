import type { Viewer } from './viewersQuery.ts';

/** Those who look on besides oneself: one's own windows are no company. */
export function otherViewers(viewers: readonly Viewer[], self: string, console: string): Viewer[] {
  return viewers.filter(
    ({ personName, console: theirs }) => personName !== self && theirs === console,
  );
}
