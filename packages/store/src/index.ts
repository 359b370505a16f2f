export * from './store.ts';
export * from './typeStore.ts';
export type * from './courseStore.ts';
export type * from './peopleStore.ts';
export { createStore } from './createStore.ts';
export { migrate } from './migrate.ts';
export type { StoreLogger } from './logger.ts';
