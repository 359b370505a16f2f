export { describeApi } from './describeApi.ts';
