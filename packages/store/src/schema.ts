import type { ClassTables } from './schema/classTables.ts';
import type { LabTables } from './schema/labTables.ts';
import type { PeopleTables } from './schema/peopleTables.ts';

/** The tables, in Kysely's camel case; `migrations/` says the same to PostgreSQL. */
export interface Schema extends ClassTables, LabTables, PeopleTables {}
