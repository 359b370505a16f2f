import type { CourseReceipts, Receipts } from '@labcast/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** One environment of a receipt. */
export type EnvironmentReceipt = Receipts['environments'][number];

const againMs = 1000;
/** Asked for again until everything that is on its way out is gone. */
const untilGone = (environments: readonly EnvironmentReceipt[] | undefined) =>
  environments?.every(({ complete }) => complete) === true ? false : againMs;

export const receiptsQuery = (assignment: string) =>
  queryOptions({
    queryKey: ['receipts', assignment],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/receipts/{assignment}', { params: { path: { assignment } }, signal }),
      ),
    refetchInterval: ({ state }) => untilGone(state.data?.environments),
  });

const environmentsOf = (receipts: CourseReceipts | undefined) =>
  receipts?.assignments.flatMap(({ environments }) => environments);

export const courseReceiptsQuery = (course: string) =>
  queryOptions({
    queryKey: ['receipts', 'course', course],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/courses/{course}/receipts', { params: { path: { course } }, signal }),
      ),
    refetchInterval: ({ state }) => untilGone(environmentsOf(state.data)),
  });
