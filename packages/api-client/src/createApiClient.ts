import createFetchClient from 'openapi-fetch';
import { createActionCalls } from './calls/actionCalls.ts';
import { createCourseCalls } from './calls/courseCalls.ts';
import { createClassCalls } from './calls/classCalls.ts';
import { createLabCalls } from './calls/labCalls.ts';
import { createPipelineCalls } from './calls/pipelineCalls.ts';
import { createPeopleCalls } from './calls/peopleCalls.ts';
import { createTypeCalls } from './calls/typeCalls.ts';
import { unwrap } from './calls/unwrap.ts';
import { createUploadCalls } from './calls/uploadCalls.ts';
import type { ApiClient } from './client.ts';
import type { paths } from './generated/api.ts';
import { unreachable } from './refusal.ts';
import {
  exportElementWork,
  findUploadedBytes,
  readElementFile,
  writeElementPiece,
} from './streams/elementFiles.ts';
import { openExec, openTerminal } from './streams/openExec.ts';
import { openForward } from './streams/openForward.ts';
import type { Server } from './server.ts';
import { watchEvents } from './streams/watchEvents.ts';

/** `baseUrl` such as `http://127.0.0.1:8080`; `token` of the administrator. Connects when first used. */
export function createApiClient(server: Server): ApiClient {
  const client = createFetchClient<paths>({
    baseUrl: server.baseUrl,
    headers: { authorization: `Bearer ${server.token}` },
    // Undici's own message ("fetch failed") says nothing; its cause is kept.
    fetch: async (request) => {
      try {
        return await fetch(request);
      } catch (cause) {
        throw unreachable(server.baseUrl, cause);
      }
    },
  });
  const { GET, POST, PUT, DELETE } = client;
  const environment = '/api/v1/environments/{assignment}/{environment}';
  const at = (assignment: string, name: string) => ({ path: { assignment, environment: name } });
  return {
    ...createActionCalls(client),
    ...createCourseCalls(client),
    ...createClassCalls(client),
    ...createLabCalls(client),
    ...createPeopleCalls(client),
    ...createPipelineCalls(client),
    ...createTypeCalls(client),
    ...createUploadCalls(client),
    images: async () => unwrap(await GET('/api/v1/images')),
    capacity: async () => unwrap(await GET('/api/v1/capacity')),
    assignments: async () => unwrap(await GET('/api/v1/assignments')),
    createAssignment: async (body) => unwrap(await POST('/api/v1/assignments', { body })),
    removeAssignment: async (assignment) =>
      unwrap(
        await DELETE('/api/v1/assignments/{assignment}', { params: { path: { assignment } } }),
      ),
    environment: async (assignment, name) =>
      unwrap(await GET(environment, { params: at(assignment, name) })),
    blueprint: async (assignment, name) =>
      unwrap(await GET(`${environment}/blueprint`, { params: at(assignment, name) })),
    plan: async (assignment, name, blueprint) =>
      unwrap(
        await POST(`${environment}/plan`, { params: at(assignment, name), body: { blueprint } }),
      ),
    apply: async (assignment, name, body) =>
      unwrap(await PUT(`${environment}/blueprint`, { params: at(assignment, name), body })),
    usage: async (assignment, name) =>
      unwrap(await GET(`${environment}/usage`, { params: at(assignment, name) })),
    log: async (assignment, name, after) =>
      unwrap(
        await GET(`${environment}/log`, {
          params: { ...at(assignment, name), query: after === undefined ? {} : { after } },
        }),
      ),
    createSetupLink: async () => unwrap(await POST('/api/v1/setup-links')),
    requestSweep: async (remove) => unwrap(await POST('/api/v1/sweeps', { body: { remove } })),
    sweep: async (id) => unwrap(await GET('/api/v1/sweeps/{id}', { params: { path: { id } } })),
    watchEvents: (options) => watchEvents(server, options),
    openExec: (assignment, name, options) => openExec(server, `${assignment}/${name}`, options),
    openTerminal: (assignment, name, options) =>
      openTerminal(server, `${assignment}/${name}`, options),
    readFile: (assignment, name, file) => readElementFile(server, `${assignment}/${name}`, file),
    exportWork: (assignment, name, element) =>
      exportElementWork(server, `${assignment}/${name}`, element),
    writePiece: (assignment, name, piece) =>
      writeElementPiece(server, `${assignment}/${name}`, piece),
    findUploaded: (assignment, name, file) =>
      findUploadedBytes(server, `${assignment}/${name}`, file),
    openForward: (assignment, name, target) => openForward(server, `${assignment}/${name}`, target),
  };
}
