import type { ClassAction, ClassPolicyRequest, RolloutRequest } from '@labcast/api-client';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { applyStudentEvent } from './applyStudentEvent.ts';
import { api, unwrap } from './client.ts';
import { useToldEvents } from './events/toldEvents.ts';
import { sameAssignment } from './sameAssignment.ts';
import { useChange } from './useChange.ts';
import { useSoon } from './useSoon.ts';

export const classQuery = (assignment: string) =>
  queryOptions({
    queryKey: ['class', assignment],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/class', {
          params: { path: { assignment } },
          signal,
        }),
      ),
    // Checks and presence are no events of an environment.
    refetchInterval: 10_000,
  });

const mostOftenMs = 2_000;

/** The class, kept true: states at once as they are told, the rest read again soon after. */
export function useLiveClass(assignment: string) {
  const queries = useQueryClient();
  const { queryKey } = classQuery(assignment);
  // The board alone: the plan of an update stands below it, and takes longer than the time until the next event.
  const readBoard = () => void queries.invalidateQueries({ queryKey, exact: true });
  const readSoon = useSoon(readBoard, mostOftenMs);
  useToldEvents((event) => {
    if (event.event !== 'environment' || !sameAssignment(assignment, event.data.assignment)) return;
    const shown = queries.getQueryData(queryKey);
    if (shown) queries.setQueryData(queryKey, applyStudentEvent(shown, event.data));
    readSoon();
  });
  return useQuery(classQuery(assignment));
}

const outdated = (assignment: string) => [
  ['class', assignment],
  ['environments', assignment],
];

export function useClassAction(assignment: string) {
  return useChange(
    (body: ClassAction) =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/class/actions', {
          params: { path: { assignment } },
          body,
        }),
      ),
    outdated(assignment),
  );
}

export function useSetPolicy(assignment: string) {
  return useChange(
    (body: ClassPolicyRequest) =>
      unwrap(
        api.PUT('/api/v1/assignments/{assignment}/class/policy', {
          params: { path: { assignment } },
          body,
        }),
      ),
    outdated(assignment),
  );
}

export function useFreezeClass(assignment: string) {
  return useChange(
    () =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/class/freeze', {
          params: { path: { assignment } },
          body: null,
        }),
      ),
    outdated(assignment),
  );
}

export function useRollOut(assignment: string) {
  return useChange(
    (body: RolloutRequest) =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/rollouts', {
          params: { path: { assignment } },
          body,
        }),
      ),
    outdated(assignment),
  );
}

/** What a rollout would do; changes nothing. */
export const rolloutPlanQuery = (assignment: string, body: RolloutRequest) =>
  queryOptions({
    queryKey: ['class', assignment, 'plan', body],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/rollouts/plan', {
          params: { path: { assignment } },
          body,
          signal,
        }),
      ),
    staleTime: 5_000,
    placeholderData: (before) => before,
  });

export type RolloutDeed = 'pause' | 'resume' | 'cancel' | 'retry';

export function useSteerRollout(assignment: string, number: number) {
  return useChange(
    ({ deed, environments }: { deed: RolloutDeed; environments?: readonly string[] }) =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/rollouts/{number}/{action}', {
          params: { path: { assignment, number, action: deed } },
          body: environments ? { environments: [...environments] } : null,
        }),
      ),
    outdated(assignment),
  );
}

/** Makes a frozen lab seen again: to read, or as a running copy. */
export function useOpenFrozen(assignment: string, environment: string) {
  return useChange(
    (mode: 'read' | 'run') =>
      unwrap(
        api.POST('/api/v1/environments/{assignment}/{environment}/frozen/open', {
          params: { path: { assignment, environment } },
          body: { mode },
        }),
      ),
    outdated(assignment),
  );
}
