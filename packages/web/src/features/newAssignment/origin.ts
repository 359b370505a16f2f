import type { AssignmentOrigin } from '@labcast/api-client';

export interface OriginProps {
  /** Told each time what would be created changes; undefined while nothing can be. Stays the same function. */
  readonly onChange: (origin: AssignmentOrigin | undefined) => void;
}
