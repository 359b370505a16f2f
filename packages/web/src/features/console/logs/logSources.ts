import type { ElementStatus } from '@labcast/domain';

export type LogSource = 'boot' | 'journal' | 'pods' | 'provision';

type Sources = readonly [LogSource, ...LogSource[]];

/** What logs an element has; the first is what one wants to see: of what was not made, how far that went. */
export function logSources(kind: ElementStatus['kind'] | undefined, hasFailed: boolean): Sources {
  const [first, ...others] = usualSources(kind);
  if (!hasFailed || !others.includes('provision')) return [first, ...others];
  return ['provision', first, ...others.filter((source) => source !== 'provision')];
}

function usualSources(kind: ElementStatus['kind'] | undefined): Sources {
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
