export * from './apiError.ts';
export type { ElementAction } from './calls/actionCalls.ts';
export * from './client.ts';
export * from './createApiClient.ts';
export type * from './views.ts';
/** The server's description of its calls, for clients that make their own. */
export type { paths } from './generated/api.ts';
