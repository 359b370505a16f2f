import { errorView } from './problem.ts';

/** What every call may answer instead of its result. */
export const refusals = { '4xx': errorView, '5xx': errorView } as const;
