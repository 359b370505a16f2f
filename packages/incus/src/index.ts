export * from './client.ts';
export { createIncusClient, type IncusClientOptions } from './createIncusClient.ts';
export type { IncusEndpoint } from './endpoint.ts';
export { imageMarks } from './imageMarks.ts';
export { IncusError, isIncusError, type IncusErrorKind } from './errors.ts';
export type { ImageServers } from './imageSource.ts';
