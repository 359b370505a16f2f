import type {
  Checkpoint,
  Checkpoints,
  Comparison,
  Pipeline,
  Releases,
  Run,
  RunLog,
  RunRequest,
  Task,
  Tasks,
} from '../views.ts';
import type { FetchClient } from './unwrap.ts';
import { unwrap } from './unwrap.ts';

/** Checkpoints, the pipeline that proves them, and the releases that come of it. */
export interface PipelineCalls {
  checkpoints(assignment: string): Promise<Checkpoints>;
  checkpoint(assignment: string, number: number): Promise<Checkpoint>;
  takeCheckpoint(assignment: string, environment: string, note: string): Promise<Checkpoint>;
  compare(assignment: string, from: string, to: string): Promise<Comparison>;
  restore(assignment: string, environment: string, checkpoint: number): Promise<Task>;
  reset(assignment: string, environment: string, elements?: string[]): Promise<Task>;
  tasks(assignment: string, environment: string): Promise<Tasks>;
  pipeline(assignment: string): Promise<Pipeline>;
  startRun(assignment: string, request: RunRequest): Promise<Run>;
  run(assignment: string, number: number): Promise<Run>;
  runLog(assignment: string, number: number, after?: string): Promise<RunLog>;
  cancelRun(assignment: string, number: number): Promise<Run>;
  approveRun(assignment: string, number: number): Promise<Run>;
  releases(assignment: string): Promise<Releases>;
}

export function createPipelineCalls({ GET, POST }: FetchClient): PipelineCalls {
  const base = '/api/v1/assignments/{assignment}';
  const environmentBase = `${base}/environments/{environment}` as const;
  const of = (assignment: string) => ({ path: { assignment } });
  const one = (assignment: string, number: number) => ({ path: { assignment, number } });
  const at = (assignment: string, environment: string) => ({ path: { assignment, environment } });
  return {
    checkpoints: async (name) => unwrap(await GET(`${base}/checkpoints`, { params: of(name) })),
    checkpoint: async (name, number) =>
      unwrap(await GET(`${base}/checkpoints/{number}`, { params: one(name, number) })),
    takeCheckpoint: async (name, environment, note) =>
      unwrap(await POST(`${base}/checkpoints`, { params: of(name), body: { environment, note } })),
    compare: async (name, from, to) =>
      unwrap(await GET(`${base}/compare`, { params: { ...of(name), query: { from, to } } })),
    restore: async (name, environment, checkpoint) =>
      unwrap(
        await POST(`${environmentBase}/restore`, {
          params: at(name, environment),
          body: { checkpoint },
        }),
      ),
    reset: async (name, environment, elements) =>
      unwrap(
        await POST(`${environmentBase}/reset`, {
          params: at(name, environment),
          body: elements ? { elements } : {},
        }),
      ),
    tasks: async (name, environment) =>
      unwrap(await GET(`${environmentBase}/tasks`, { params: at(name, environment) })),
    pipeline: async (name) => unwrap(await GET(`${base}/pipeline`, { params: of(name) })),
    startRun: async (name, body) => unwrap(await POST(`${base}/runs`, { params: of(name), body })),
    run: async (name, number) =>
      unwrap(await GET(`${base}/runs/{number}`, { params: one(name, number) })),
    runLog: async (name, number, after) =>
      unwrap(
        await GET(`${base}/runs/{number}/log`, {
          params: { ...one(name, number), query: after === undefined ? {} : { after } },
        }),
      ),
    cancelRun: async (name, number) =>
      unwrap(await POST(`${base}/runs/{number}/cancel`, { params: one(name, number) })),
    approveRun: async (name, number) =>
      unwrap(await POST(`${base}/runs/{number}/approve`, { params: one(name, number), body: {} })),
    releases: async (name) => unwrap(await GET(`${base}/releases`, { params: of(name) })),
  };
}
