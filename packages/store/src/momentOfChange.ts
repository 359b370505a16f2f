import { sql } from 'kysely';

/**
 * Of two changes of one row the later has the later moment, by which pages tell which of two states is older. `now()` is
 * when a transaction began: one that waited for another would look older than what it replaced, and be dropped.
 */
export const momentOfChange = sql<Date>`clock_timestamp()`;
