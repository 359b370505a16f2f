export * from './apiError.ts';
export * from './client.ts';
export * from './createApiClient.ts';
export type * from './views.ts';
