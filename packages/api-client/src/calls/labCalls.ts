import type { HelpRequest, LabChecks, Labs } from '../views.ts';
import type { FetchClient } from './unwrap.ts';
import { unwrap, unwrapNothing } from './unwrap.ts';

/** Labs as those have them who work in them. */
export interface LabCalls {
  /** One's own. */
  labs(): Promise<Labs>;
  /** With their last tries, newest first. */
  checks(assignment: string, environment: string): Promise<LabChecks>;
  /** Runs one check, or all of them, and tells what they found. */
  runChecks(assignment: string, environment: string, check?: string): Promise<LabChecks>;
  askHelp(assignment: string, environment: string, message: string): Promise<HelpRequest>;
  /** Nobody asking is success. */
  endHelp(assignment: string, environment: string): Promise<void>;
}

export function createLabCalls({ GET, POST, DELETE }: FetchClient): LabCalls {
  const one = '/api/v1/assignments/{assignment}/environments/{environment}';
  const at = (assignment: string, environment: string) => ({ path: { assignment, environment } });
  return {
    labs: async () => unwrap(await GET('/api/v1/labs')),
    checks: async (assignment, environment) =>
      unwrap(await GET(`${one}/checks`, { params: at(assignment, environment) })),
    runChecks: async (assignment, environment, check) =>
      check === undefined
        ? unwrap(await POST(`${one}/checks/run`, { params: at(assignment, environment) }))
        : unwrap(
            await POST(`${one}/checks/{check}/run`, {
              params: { path: { assignment, environment, check } },
            }),
          ),
    askHelp: async (assignment, environment, message) =>
      unwrap(await POST(`${one}/help`, { params: at(assignment, environment), body: { message } })),
    endHelp: async (assignment, environment) =>
      unwrapNothing(await DELETE(`${one}/help`, { params: at(assignment, environment) })),
  };
}
