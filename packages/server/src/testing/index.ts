export * from './sampleLab.ts';
export * from './signInTo.ts';
export * from './startTestServer.ts';
