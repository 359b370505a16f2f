export * from './fakeHost.ts';
export * from './insides.ts';
export * from './startDatabaseServer.ts';
