import type {
  ClassAction,
  ClassActionResult,
  ClassPolicy,
  ClassPolicyRequest,
  ClassView,
  EnvironmentView,
  Receipts,
  RolloutView,
  RolloutPlanView,
  RolloutRequest,
} from '../views.ts';
import type { FetchClient } from './unwrap.ts';
import { unwrap } from './unwrap.ts';

/** All students of an assignment, and how releases come to them. */
export interface ClassCalls {
  class(assignment: string): Promise<ClassView>;
  classAction(assignment: string, request: ClassAction): Promise<ClassActionResult>;
  freezeClass(assignment: string, environments?: string[]): Promise<ClassActionResult>;
  /** What is left out is no more. */
  saveClassPolicy(assignment: string, policy: ClassPolicyRequest): Promise<ClassPolicy>;
  /** A copy of what was frozen. */
  openFrozen(
    assignment: string,
    environment: string,
    mode: 'read' | 'run',
  ): Promise<EnvironmentView>;
  /** As CSV. */
  results(assignment: string): Promise<string>;
  /** Of all of it, of one environment with its checkpoints, or of a section's. */
  receipts(
    assignment: string,
    of?: { readonly environment?: string; readonly section?: string },
  ): Promise<Receipts>;
  /** The disk from before an update is not attached any more: of one element, or of all. */
  dropBeforeDisks(
    assignment: string,
    environment: string,
    element?: string,
  ): Promise<EnvironmentView>;
  startRollout(assignment: string, request: RolloutRequest): Promise<RolloutView>;
  planRollout(assignment: string, request: RolloutRequest): Promise<RolloutPlanView>;
  rollout(assignment: string, number: number): Promise<RolloutView>;
}

export function createClassCalls({ GET, POST, PUT, DELETE }: FetchClient): ClassCalls {
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
    saveClassPolicy: async (assignment, body) =>
      unwrap(await PUT(`${board}/policy`, { params: at(assignment), body })),
    openFrozen: async (assignment, environment, mode) =>
      unwrap(
        await POST('/api/v1/environments/{assignment}/{environment}/frozen/open', {
          params: { path: { assignment, environment } },
          body: { mode },
        }),
      ),
    results: async (assignment) => {
      const answer = await GET(`${board}/results.csv`, {
        params: at(assignment),
        parseAs: 'text',
      });
      return unwrap(answer as { data?: string; error?: unknown; response: Response });
    },
    receipts: async (assignment, of = {}) =>
      unwrap(
        await GET('/api/v1/receipts/{assignment}', { params: { ...at(assignment), query: of } }),
      ),
    dropBeforeDisks: async (assignment, environment, element) =>
      unwrap(
        await DELETE('/api/v1/environments/{assignment}/{environment}/before-disks', {
          params: {
            path: { assignment, environment },
            query: element === undefined ? {} : { element },
          },
        }),
      ),
    startRollout: async (assignment, body) =>
      unwrap(await POST(rollouts, { params: at(assignment), body })),
    planRollout: async (assignment, body) =>
      unwrap(await POST(`${rollouts}/plan`, { params: at(assignment), body })),
    rollout: async (assignment, number) =>
      unwrap(await GET(`${rollouts}/{number}`, { params: { path: { assignment, number } } })),
  };
}
