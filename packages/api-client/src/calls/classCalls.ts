import type {
  ClassActionRequest,
  ClassActionResult,
  ClassView,
  Rollout,
  RolloutPlan,
  RolloutRequest,
} from '../views.ts';
import type { FetchClient } from './unwrap.ts';
import { unwrap } from './unwrap.ts';

/** All students of an assignment, and how releases come to them. */
export interface ClassCalls {
  class(assignment: string): Promise<ClassView>;
  classAction(assignment: string, request: ClassActionRequest): Promise<ClassActionResult>;
  freezeClass(assignment: string, environments?: string[]): Promise<ClassActionResult>;
  /** As CSV. */
  results(assignment: string): Promise<string>;
  startRollout(assignment: string, request: RolloutRequest): Promise<Rollout>;
  planRollout(assignment: string, request: RolloutRequest): Promise<RolloutPlan>;
  rollout(assignment: string, number: number): Promise<Rollout>;
}

export function createClassCalls({ GET, POST }: FetchClient): ClassCalls {
  const board = '/api/v1/assignments/{assignment}/class';
  const rollouts = '/api/v1/assignments/{assignment}/rollouts';
  const at = (assignment: string) => ({ path: { assignment } });
  return {
    class: async (assignment) => unwrap(await GET(board, { params: at(assignment) })),
    classAction: async (assignment, body) =>
      unwrap(await POST(`${board}/actions`, { params: at(assignment), body })),
    freezeClass: async (assignment, environments) =>
      unwrap(
        await POST(`${board}/freeze`, {
          params: at(assignment),
          body: { ...(environments && { environments }) },
        }),
      ),
    results: async (assignment) => {
      const answer = await GET(`${board}/results.csv`, {
        params: at(assignment),
        parseAs: 'text',
      });
      return unwrap(answer as { data?: string; error?: unknown; response: Response });
    },
    startRollout: async (assignment, body) =>
      unwrap(await POST(rollouts, { params: at(assignment), body })),
    planRollout: async (assignment, body) =>
      unwrap(await POST(`${rollouts}/plan`, { params: at(assignment), body })),
    rollout: async (assignment, number) =>
      unwrap(await GET(`${rollouts}/{number}`, { params: { path: { assignment, number } } })),
  };
}
