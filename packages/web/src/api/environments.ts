import type { EnvironmentView } from '@labcast/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** An environment as calls name it. */
export interface EnvironmentAddress {
  readonly assignment: string;
  /** `dev`, `prod` or a student. */
  readonly environment: string;
}

export const environmentQuery = (path: EnvironmentAddress) =>
  queryOptions({
    queryKey: ['environments', path.assignment, path.environment],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/environments/{assignment}/{environment}', { params: { path }, signal }),
      ),
  });

export const blueprintQuery = (path: EnvironmentAddress) =>
  queryOptions({
    queryKey: ['environments', path.assignment, path.environment, 'blueprint'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/environments/{assignment}/{environment}/blueprint', {
          params: { path },
          signal,
        }),
      ),
  });

export const logQuery = (path: EnvironmentAddress) =>
  queryOptions({
    queryKey: ['environments', path.assignment, path.environment, 'log'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/environments/{assignment}/{environment}/log', {
          params: { path },
          signal,
        }),
      ),
  });

export function planBlueprint(path: EnvironmentAddress, blueprint: string) {
  return unwrap(
    api.POST('/api/v1/environments/{assignment}/{environment}/plan', {
      params: { path },
      body: { blueprint },
    }),
  );
}

interface ApplyBody {
  readonly blueprint: string;
  readonly allowDataLoss: boolean;
  /** A checkpoint before anything that is stored is lost. */
  readonly keepFirst?: boolean;
  /** Numbers of checkpoints, by the names of the elements that begin with what they hold. */
  readonly bringBack?: Readonly<Record<string, number>>;
  readonly ifGeneration: number;
}

export function applyBlueprint(
  path: EnvironmentAddress,
  body: ApplyBody,
): Promise<EnvironmentView & { readonly keptIn?: number }> {
  return unwrap(
    api.PUT('/api/v1/environments/{assignment}/{environment}/blueprint', {
      params: { path },
      body,
    }),
  );
}

export function useActOnEnvironment(path: EnvironmentAddress) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (action: 'start' | 'stop' | 'retry') =>
      unwrap(
        api.POST('/api/v1/environments/{assignment}/{environment}/actions', {
          params: { path },
          body: { action },
        }),
      ),
    onSuccess: (view) => queries.setQueryData(environmentQuery(path).queryKey, view),
  });
}
