import type { ColumnType, Generated } from 'kysely';
import type {
  ConsoleKind,
  ElementUsage,
  ElementWishes,
  EnvironmentStatus,
  HostObservation,
  Origins,
  SavedParameter,
} from '@labcast/domain';
import type { Credential } from '../consoleStore.ts';
import type { CourseId } from '../courseStore.ts';
import type { Layout } from '../layoutStore.ts';
import type { LedgerKind } from '../ledgerStore.ts';
import type { PersonId } from '../peopleStore.ts';
import type { Exam } from '../rolloutStore.ts';
import type { RunId } from '../runStore.ts';
import type { Orphan } from '../sweepStore.ts';
import type { UploadId, UploadState } from '../uploadStore.ts';
import type { AssignmentId, Environment, EnvironmentId, LogLine } from '../store.ts';
import type { Big, Json, Moment, OptionalMoment } from './columns.ts';

/** Assignments with their environments, and what is known of them and of the lab host. */
export interface LabTables {
  installation: { singleton: Generated<true>; id: Generated<string> };
  assignment: {
    id: Generated<AssignmentId>;
    name: string;
    type: string | null;
    parameters: Json<Readonly<Record<string, string>>>;
    createdAt: Moment;
    removingAt: OptionalMoment;
    removedAt: OptionalMoment;
    courseId: CourseId | null;
    code: string | null;
    title: string | null;
    draft: string | null;
    deadline: OptionalMoment;
    idleMinutes: number | null;
    exam: ColumnType<Exam | null, string | undefined, string | null>;
    layout: ColumnType<Layout, string | undefined, string>;
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
    wishes: ColumnType<ElementWishes, string | undefined, string>;
    origins: ColumnType<Origins, string | undefined, string>;
    blueprintGeneration: Generated<number>;
    releaseNumber: number | null;
    section: string | null;
    team: string | null;
    extraMinutes: Generated<number>;
    frozenAt: OptionalMoment;
    lastSeenAt: OptionalMoment;
    wokenAt: Moment;
    sealed: Generated<boolean>;
    beforeDisks: ColumnType<Environment['beforeDisks'], string | undefined, string>;
    changedBy: string | null;
    runId: RunId | null;
  };
  environmentOwner: { environmentId: EnvironmentId; personId: PersonId };
  watch: { environmentId: EnvironmentId; until: Date };
  presence: { environmentId: EnvironmentId; personId: PersonId; until: Date };
  usageSample: { environmentId: EnvironmentId; at: Date; elements: Json<readonly ElementUsage[]> };
  stepTime: { id: Generated<string>; kind: string; milliseconds: number };
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
  savedType: {
    name: string;
    summary: string;
    blueprint: string;
    parameters: Json<readonly SavedParameter[]>;
    ownerId: PersonId | null;
    ownerName: string;
    createdAt: Moment;
  };
  appVisit: {
    ticketHash: string;
    cookieHash: string | null;
    environmentId: EnvironmentId;
    element: string;
    port: number;
    means: Credential['means'];
    credentialHash: string;
    platformOrigin: string;
    createdAt: Moment;
  };
  consoleViewer: {
    id: Generated<string>;
    environmentId: EnvironmentId;
    element: string;
    console: ConsoleKind;
    mode: 'control' | 'view';
    personName: string;
    since: Moment;
    seenAt: Moment;
  };
  diskUpload: {
    id: Generated<UploadId>;
    name: string;
    ownerId: PersonId | null;
    ownerName: string;
    sizeBytes: Big;
    sha256: string;
    receivedBytes: ColumnType<string, number | undefined, number>;
    state: Generated<UploadState>;
    error: string | null;
    format: string | null;
    diskBytes: ColumnType<string | null, number | null | undefined, number | null>;
    staged: Generated<boolean>;
    createdAt: Moment;
    updatedAt: Moment;
    removedAt: OptionalMoment;
  };
}
