export * from './startEngine.ts';
export type { EngineDeps, EngineSettings } from './deps.ts';
