import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { applyStudentEvent } from './applyStudentEvent.ts';
import type {
  BulkAction,
  BulkAnswer,
  ClassPolicyRequest,
  ClassView,
  RolloutPlanView,
  RolloutRequest,
} from './classViews.ts';
import { unwrap } from './client.ts';
import { useToldEvents } from './events/toldEvents.ts';
import { sameAssignment } from './sameAssignment.ts';
import { untyped } from './untyped.ts';
import { useChange } from './useChange.ts';
import { useSoon } from './useSoon.ts';

export const classQuery = (assignment: string) =>
  queryOptions({
    queryKey: ['class', assignment],
    queryFn: ({ signal }) =>
      unwrap<ClassView>(
        untyped.GET('/api/v1/assignments/{assignment}/class', {
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
  const readSoon = useSoon(() => void queries.invalidateQueries({ queryKey }), mostOftenMs);
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
    (body: BulkAction) =>
      unwrap<BulkAnswer>(
        untyped.POST('/api/v1/assignments/{assignment}/class/actions', {
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
      unwrap<unknown>(
        untyped.PUT('/api/v1/assignments/{assignment}/class/policy', {
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
      unwrap<unknown>(
        untyped.POST('/api/v1/assignments/{assignment}/class/freeze', {
          params: { path: { assignment } },
        }),
      ),
    outdated(assignment),
  );
}

export function useRollOut(assignment: string) {
  return useChange(
    (body: RolloutRequest) =>
      unwrap<unknown>(
        untyped.POST('/api/v1/assignments/{assignment}/rollouts', {
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
      unwrap<RolloutPlanView>(
        untyped.POST('/api/v1/assignments/{assignment}/rollouts/plan', {
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
  return useChange((deed: RolloutDeed) => {
    const params = { path: { assignment, number } };
    switch (deed) {
      case 'pause':
        return unwrap<unknown>(
          untyped.POST('/api/v1/assignments/{assignment}/rollouts/{number}/pause', { params }),
        );
      case 'resume':
        return unwrap<unknown>(
          untyped.POST('/api/v1/assignments/{assignment}/rollouts/{number}/resume', { params }),
        );
      case 'cancel':
        return unwrap<unknown>(
          untyped.POST('/api/v1/assignments/{assignment}/rollouts/{number}/cancel', { params }),
        );
      case 'retry':
        return unwrap<unknown>(
          untyped.POST('/api/v1/assignments/{assignment}/rollouts/{number}/retry', { params }),
        );
    }
  }, outdated(assignment));
}
