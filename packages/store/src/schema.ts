import type { ColumnType, Generated } from 'kysely';
import type { EnvironmentStatus, HostObservation } from '@labcast/domain';
import type {
  AssignmentId,
  Environment,
  EnvironmentId,
  LedgerKind,
  LogLine,
  Orphan,
} from './store.ts';

/** A column that the database fills in and that may be set later. */
type Moment = ColumnType<Date, Date | undefined, Date>;
type OptionalMoment = ColumnType<Date | null, Date | undefined, Date | null>;
/** Written as text that `asJson` made, read as what it means. */
type Json<T> = ColumnType<T, string, string>;

/** The tables, in Kysely's camel case; `migrations/` says the same to PostgreSQL. */
export interface Schema {
  installation: { singleton: Generated<true>; id: Generated<string> };
  assignment: {
    id: Generated<AssignmentId>;
    name: string;
    type: string | null;
    parameters: Json<Readonly<Record<string, string>>>;
    createdAt: Moment;
    removedAt: OptionalMoment;
  };
  environment: {
    id: Generated<EnvironmentId>;
    key: string;
    assignmentId: AssignmentId;
    role: Environment['role'];
    name: string;
    wanted: Environment['wanted'];
    blueprint: string;
    generation: Generated<number>;
    settledGeneration: Generated<number>;
    uplinkIndex: number;
    status: Json<EnvironmentStatus>;
    createdAt: Moment;
    updatedAt: Moment;
    removedAt: OptionalMoment;
  };
  ledgerRow: {
    id: Generated<string>;
    environmentId: EnvironmentId;
    kind: LedgerKind;
    name: string;
    requestedAt: Moment;
    seenAt: OptionalMoment;
    goneAt: OptionalMoment;
  };
  logLine: {
    id: Generated<string>;
    environmentId: EnvironmentId;
    at: Moment;
    level: LogLine['level'];
    element: string | null;
    message: string;
  };
  sweep: {
    id: Generated<string>;
    remove: boolean;
    requestedAt: Moment;
    finishedAt: OptionalMoment;
    orphans: Json<readonly Orphan[]>;
    error: string | null;
  };
  hostObservation: { singleton: Generated<true>; observation: Json<HostObservation>; at: Moment };
  adminToken: { singleton: Generated<true>; hash: string; savedAt: Moment };
}
