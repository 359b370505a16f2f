import type { EnvironmentView } from '../views.ts';
import type { FetchClient } from './unwrap.ts';
import { unwrap } from './unwrap.ts';

export type ElementAction = 'start' | 'stop' | 'restart' | 'retry';

/** What is asked of what runs, without a change of its lab.yaml. */
export interface ActionCalls {
  act(assignment: string, environment: string, action: ElementAction): Promise<EnvironmentView>;
  /** Of one element alone. */
  actOn(
    assignment: string,
    environment: string,
    element: string,
    action: ElementAction,
  ): Promise<EnvironmentView>;
  /** The ISO disc of a virtual machine that started from one; once more is harmless. */
  ejectDisc(assignment: string, environment: string, element: string): Promise<EnvironmentView>;
}

export function createActionCalls({ POST }: FetchClient): ActionCalls {
  const one = '/api/v1/environments/{assignment}/{environment}';
  return {
    act: async (assignment, environment, action) =>
      unwrap(
        await POST(`${one}/actions`, {
          params: { path: { assignment, environment } },
          body: { action },
        }),
      ),
    actOn: async (assignment, environment, element, action) =>
      unwrap(
        await POST(`${one}/elements/{element}/actions`, {
          params: { path: { assignment, environment, element } },
          body: { action },
        }),
      ),
    ejectDisc: async (assignment, environment, element) =>
      unwrap(
        await POST(`${one}/elements/{element}/eject`, {
          params: { path: { assignment, environment, element } },
        }),
      ),
  };
}
