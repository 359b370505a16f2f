import type { OutsideChange } from './findOutsideChanges.ts';
import type { ElementStatus } from './status.ts';

/** Long enough to be read by somebody who was away for a moment; the log keeps it for good. */
const keptMs = 10 * 60_000;

/**
 * Puts what happened without Labcast beside the elements: what was found now, and for some minutes what was found before.
 * While an element comes back, that is why it is away.
 */
export function withNotices(
  elements: readonly ElementStatus[],
  changes: readonly OutsideChange[],
  previous: { readonly elements?: readonly ElementStatus[]; readonly now: string },
): ElementStatus[] {
  return elements.map((element) => {
    const found = changes.find((change) => change.element === element.name);
    const known = previous.elements?.find(({ name }) => name === element.name);
    const notice = noticeOf(found, known, previous.now);
    if (!notice) return element;
    const isComingBack = found && ['starting', 'waiting'].includes(element.state);
    return { ...element, notice, ...(isComingBack && { reason: found.message }) };
  });
}

function noticeOf(
  found: OutsideChange | undefined,
  known: ElementStatus | undefined,
  now: string,
): ElementStatus['notice'] {
  const before = known?.notice;
  const kept = before && isRecent(before.at, now) ? before : undefined;
  if (!found) return kept;
  // What lasts was found by the look before, too; what was well meanwhile has happened again.
  const isSame = before?.message === found.message && known?.state !== 'ready';
  return isSame ? before : { message: found.message, at: now };
}

function isRecent(at: string, now: string): boolean {
  return Date.parse(now) - Date.parse(at) < keptMs;
}
