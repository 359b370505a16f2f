export * from './store.ts';
export { createStore } from './createStore.ts';
export { migrate } from './migrate.ts';
export type { StoreLogger } from './logger.ts';
