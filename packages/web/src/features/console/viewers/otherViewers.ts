import type { Viewer } from './viewersQuery.ts';

/** Those who look on besides oneself: one's own windows are no company. */
export function otherViewers(viewers: readonly Viewer[], self: string, console: string): Viewer[] {
  return viewers.filter(
    ({ personName, console: theirs }) => personName !== self && theirs === console,
  );
}

/** Whose window a screen fits: of those who control it, who came first. */
export function decidesSize(viewers: readonly Viewer[], self: string, console: string): boolean {
  const [first] = viewers
    .filter((viewer) => viewer.console === console && viewer.mode === 'control')
    .toSorted((a, b) => a.since.localeCompare(b.since));
  return first === undefined || first.personName === self;
}
