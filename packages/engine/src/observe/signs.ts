import type { InstanceHealth, StopHint } from '@labcast/domain';

/** What was heard and measured of instances, by their name: it explains what is seen, and decides nothing. */
export interface Signs {
  readonly health: Map<string, InstanceHealth>;
  readonly stops: Map<string, StopHint>;
}

export function createSigns(): Signs {
  return { health: new Map(), stops: new Map() };
}
