import type { ColumnType } from 'kysely';

/** A column that the database fills in and that may be set later. */
export type Moment = ColumnType<Date, Date | undefined, Date>;
export type OptionalMoment = ColumnType<Date | null, Date | undefined, Date | null>;
/** A bigint: written as a number, read as text. */
export type Big = ColumnType<string, number, number>;
/** Written as text that `asJson` made, read as what it means. */
export type Json<T> = ColumnType<T, string, string>;
