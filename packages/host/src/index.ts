export * from './client.ts';
export * from './createHostClient.ts';
export * from './HostError.ts';
