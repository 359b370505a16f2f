export { createServer } from './createServer.ts';
export type { ServerDeps, ServerSettings } from './deps.ts';
export { describeApi } from './describeApi.ts';
