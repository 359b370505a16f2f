import type { ActionCalls } from './calls/actionCalls.ts';
import type { ClassCalls } from './calls/classCalls.ts';
import type { CourseCalls } from './calls/courseCalls.ts';
import type { LabCalls } from './calls/labCalls.ts';
import type { PipelineCalls } from './calls/pipelineCalls.ts';
import type { PeopleCalls } from './calls/peopleCalls.ts';
import type { TypeCalls } from './calls/typeCalls.ts';
import type { UploadCalls } from './calls/uploadCalls.ts';
import type { Duplex, Readable, Writable } from 'node:stream';
import type {
  Assignments,
  Blueprint,
  Capacity,
  CreateAssignmentRequest,
  CreatedAssignment,
  EnvironmentView,
  Images,
  Lab,
  Log,
  LogLine,
  Plan,
  SetupLink,
  RemovedAssignment,
  Sweep,
  Usage,
  UsageSample,
} from './views.ts';

/** Told while watching. The present state of each environment comes first. */
export type ApiEvent =
  | { readonly event: 'environment'; readonly data: EnvironmentView }
  | {
      readonly event: 'log';
      readonly data: { readonly environmentId: string; readonly line: LogLine };
    }
  /** About every 3 seconds while one environment is watched. */
  | { readonly event: 'usage'; readonly data: UsageEvent }
  /** When others come to look at it, or go. */
  | {
      readonly event: 'presence';
      readonly data: {
        readonly environmentId: string;
        readonly people: readonly { readonly id: string; readonly name: string }[];
      };
    }
  /** Who has a console of an element open, when somebody opened or left one. */
  | {
      readonly event: 'viewers';
      readonly data: {
        readonly environmentId: string;
        readonly element: string;
        readonly viewers: readonly {
          readonly personName: string;
          readonly console: string;
          readonly mode: 'control' | 'view';
          readonly since: string;
        }[];
      };
    }
  /** All messages of a lab, newest first, when there is a new one. */
  | {
      readonly event: 'messages';
      readonly data: { readonly environmentId: string; readonly messages: Lab['messages'] };
    }
  /** A run of the assignment's pipeline moved on: ask for it. */
  | { readonly event: 'runs'; readonly data: { readonly assignment: string } }
  /** Every 5 seconds: a connection that is silent for longer than two of them is dead. */
  | { readonly event: 'heartbeat'; readonly data: Readonly<Record<string, never>> };

export interface UsageEvent extends UsageSample {
  readonly environmentId: string;
}

export interface ExecOptions {
  /** Element name; `cluster` means its control plane, `cluster-2` its second node. */
  readonly element: string;
  readonly command: readonly string[];
  /** Size of a terminal, when the command gets one. */
  readonly terminal?: { readonly columns: number; readonly rows: number };
}

export interface TerminalOptions {
  readonly element: string;
  /** Which of the element's shells, from 1. */
  readonly session: number;
  readonly terminal: { readonly columns: number; readonly rows: number };
  /** `view` sees what the others see, and types nothing. */
  readonly mode?: 'control' | 'view';
}

export interface ElementFile {
  readonly element: string;
  /** From the home of the image's usual user, unless it is absolute. */
  readonly path: string;
}

export interface FilePiece extends ElementFile {
  readonly offset: number;
  /** Of the whole file. */
  readonly total: number;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** A command that runs in a lab; its streams have backpressure from end to end. */
export interface ExecConnection {
  /** Ending it is the command's end of input. */
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Stays empty with a terminal, which mixes both. */
  readonly stderr: Readable;
  /** After the last output was read. Rejects with an `ApiError` when the connection or the command got lost. */
  readonly exitCode: Promise<number>;
  resize(columns: number, rows: number): void;
  signal(signal: number): void;
  /** Drops the connection, which kills the command. Harmless after its end. */
  close(): void;
}

/** The server's API. Every call returns the server's answer as it is, and throws an `ApiError` otherwise. */
export interface ApiClient
  extends
    ActionCalls,
    ClassCalls,
    CourseCalls,
    LabCalls,
    PeopleCalls,
    PipelineCalls,
    TypeCalls,
    UploadCalls {
  images(): Promise<Images>;
  capacity(): Promise<Capacity>;
  assignments(): Promise<Assignments>;
  createAssignment(body: CreateAssignmentRequest): Promise<CreatedAssignment>;
  removeAssignment(name: string): Promise<RemovedAssignment>;
  /** Also of one that was removed, with `removedAt`. */
  environment(assignment: string, environment: string): Promise<EnvironmentView>;
  blueprint(assignment: string, environment: string): Promise<Blueprint>;
  plan(assignment: string, environment: string, blueprint: string): Promise<Plan>;
  apply(
    assignment: string,
    environment: string,
    request: { readonly blueprint: string; readonly allowDataLoss: boolean },
  ): Promise<EnvironmentView>;
  /** Asking makes the server measure for half a minute. */
  usage(assignment: string, environment: string): Promise<Usage>;
  /** Lines after the one with the id `after`, oldest first, at most 5000 at once. */
  log(assignment: string, environment: string, after?: string): Promise<Log>;
  /** Ends with the connection or the signal; `environment` is `assignment/name`. Does not connect again by itself. */
  watchEvents(options?: {
    readonly environment?: string;
    readonly signal?: AbortSignal;
  }): AsyncIterable<ApiEvent>;
  /** To an administrator's account; one made before and not used ends. */
  createSetupLink(): Promise<SetupLink>;
  requestSweep(remove: boolean): Promise<Sweep>;
  sweep(id: string): Promise<Sweep>;
  openExec(assignment: string, environment: string, options: ExecOptions): Promise<ExecConnection>;
  /** A shell that goes on without its viewers. `exitCode` rejects with `server-unreachable` when to connect again. */
  openTerminal(
    assignment: string,
    environment: string,
    options: TerminalOptions,
  ): Promise<ExecConnection>;
  /** `sizeBytes` is 0 where it is not known. */
  readFile(
    assignment: string,
    environment: string,
    file: ElementFile & { readonly offset?: number },
  ): Promise<{ readonly sizeBytes: number; readonly content: AsyncIterable<Uint8Array> }>;
  /** A tar.gz of the files that are other than in its release. */
  exportWork(
    assignment: string,
    environment: string,
    element: string,
  ): Promise<AsyncIterable<Uint8Array>>;
  /** The last piece puts the file in its place. */
  writePiece(
    assignment: string,
    environment: string,
    piece: FilePiece,
  ): Promise<{ readonly size: number; readonly done: boolean }>;
  /** How much of a file that is being written is there. */
  findUploaded(assignment: string, environment: string, file: ElementFile): Promise<number>;
  /** Bytes to and from a TCP port of an element; ending the writing side is passed on as TCP does it. */
  openForward(
    assignment: string,
    environment: string,
    target: { readonly element: string; readonly port: number },
  ): Promise<Duplex>;
}
