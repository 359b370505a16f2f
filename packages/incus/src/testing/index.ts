export { buildBusyboxImage, type BusyboxImage } from './buildBusyboxImage.ts';
export { describeIncusClient, type IncusTestBed } from './contract.ts';
export { createRealTestBed, incusSocketPath } from './createRealTestBed.ts';
export type { ExecHandler, FakeCommand } from './fakeExec.ts';
export { createFakeIncus, type FakeIncus } from './fakeIncus.ts';
export type { FakeInstance, FakeWorld } from './fakeWorld.ts';
export { removeProjectByForce } from './removeProjectByForce.ts';
