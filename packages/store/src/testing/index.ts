export * from './createTestDatabase.ts';
export * from './startCluster.ts';
export * from './openTestStore.ts';
