export * from './sampleLab.ts';
export * from './startTestServer.ts';
