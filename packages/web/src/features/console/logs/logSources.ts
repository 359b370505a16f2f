import type { ElementStatus } from '@labcast/domain';

export type LogSource = 'boot' | 'journal' | 'pods' | 'provision';

type Sources = readonly [LogSource, ...LogSource[]];

/** What logs an element has; the first is what one usually wants to see. */
export function logSources(kind: ElementStatus['kind'] | undefined): Sources {
  switch (kind) {
    case 'app':
      return ['pods'];
    case 'cluster':
      return ['journal', 'pods', 'boot', 'provision'];
    case 'vm':
      return ['boot', 'journal', 'provision'];
    case 'gateway':
      return ['journal'];
    case 'container':
    case undefined:
      return ['journal', 'boot', 'provision'];
  }
}
