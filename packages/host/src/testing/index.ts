export { createTestHost } from './testHost.ts';
export type { TestHost } from './testHost.ts';
