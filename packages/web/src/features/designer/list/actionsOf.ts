import type { Element, State } from '@labcast/domain';

export type ElementAction = 'restart' | 'start' | 'stop' | 'retry';

/** What can be asked of an element in its state. An app has no processes of its own to start. */
export function actionsOf(kind: Element['kind'], state: State): readonly ElementAction[] {
  if (state === 'failed') return ['retry'];
  if (state === 'ready' || state === 'attention')
    return kind === 'app' ? ['restart'] : ['restart', 'stop'];
  return state === 'stopped' ? ['start'] : [];
}
