import { createHash } from 'node:crypto';
import { stagingInstanceName, uploadPath } from '@labcast/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInTo } from '../testing/signInTo.ts';
import type { TestPerson } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

interface Answered {
  readonly id: string;
  readonly offset: number;
  readonly error: { readonly code: string; readonly message: string };
  readonly receivedBytes: number;
  readonly state: string;
}

const disk = Buffer.from('the bytes of a disk'.repeat(40));
const sha256 = createHash('sha256').update(disk).digest('hex');
const path = '/api/v1/images/uploads';

let server: TestServer;
let teacher: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  const { id } = await server.store.createCourse('Networks');
  teacher = await signInTo(server, { courses: [[id, 'instructor']] });
  other = await signInTo(server, { courses: [[id, 'instructor']] });
});
afterAll(() => server.remove());

async function call(method: string, where: string, body?: unknown, who = teacher) {
  const answer = await server.call(method, `${path}${where}`, body, who.headers);
  return { status: answer.status, body: answer.body as Answered };
}

async function announce(name: string, sizeBytes = disk.length): Promise<string> {
  const { status, body } = await call('POST', '', { name, sizeBytes, sha256 });
  expect(status).toBe(201);
  // As the engine does.
  await server.incus.client.createInstance({
    name: stagingInstanceName(body.id),
    image: 'labcast/debian-12',
    config: {},
    devices: {},
    start: false,
  });
  return body.id;
}

async function send(id: string, offset: number, content: Buffer) {
  const response = await fetch(`${server.baseUrl}${path}/${id}`, {
    method: 'PATCH',
    headers: {
      ...teacher.headers,
      'content-type': 'application/octet-stream',
      'upload-offset': String(offset),
    },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as Answered };
}

test('a disk that comes in parts is put together, and handed over when it is whole', async () => {
  const id = await announce('router');
  expect((await send(id, 0, disk.subarray(0, 5))).body.offset).toBe(5);
  expect((await call('GET', `/${id}`)).body).toMatchObject({
    receivedBytes: 5,
    state: 'receiving',
  });
  expect((await send(id, 5, disk.subarray(5))).body.offset).toBe(disk.length);
  expect((await call('GET', `/${id}`)).body).toMatchObject({ state: 'checking' });
  const arrived = await server.incus.client.readFile(stagingInstanceName(id), uploadPath);
  expect(arrived.equals(disk)).toBe(true);
});

test('a part that does not fit behind the others is refused, and how far it is can be asked', async () => {
  const id = await announce('switch');
  await send(id, 0, disk.subarray(0, 5));
  const again = await send(id, 0, disk.subarray(0, 5));
  expect([again.status, again.body.error.code]).toEqual([409, 'upload-conflict']);
  const tooMuch = await send(id, 5, disk);
  expect(tooMuch.body.error.message).toContain('It is longer than');
  expect((await call('GET', `/${id}`)).body.receivedBytes).toBe(5);
});

test('bytes that arrived when their answer was lost are not sent again', async () => {
  const id = await announce('bridge');
  await server.incus.client.appendFile(stagingInstanceName(id), uploadPath, disk.subarray(0, 7));
  expect((await send(id, 0, disk)).status).toBe(409);
  const { receivedBytes } = (await call('GET', `/${id}`)).body;
  expect(receivedBytes).toBe(7);
  expect((await send(id, receivedBytes, disk.subarray(7))).status).toBe(200);
});

test.each([
  [{ name: 'Router!', sizeBytes: 600, sha256 }, 'name'],
  [{ name: 'x'.repeat(200), sizeBytes: 600, sha256 }, 'name'],
  [{ name: 'a', sizeBytes: 0, sha256 }, 'size'],
  [{ name: 'a', sizeBytes: 600, sha256: 'abc' }, 'checksum'],
])('%j is refused for its %s', async (body) => {
  expect((await call('POST', '', body)).status).toBe(400);
});

test('a disk for which there is no room, and a second one of a name, are refused', async () => {
  const huge = await call('POST', '', { name: 'huge', sizeBytes: 2 ** 40, sha256 });
  expect(huge.body.error).toMatchObject({ code: 'capacity-exceeded' });
  await announce('twice');
  const second = await call('POST', '', { name: 'twice', sizeBytes: 600, sha256 });
  expect([second.status, second.body.error.code]).toEqual([409, 'name-taken']);
});

test("another teacher's disk is as if it were not there", async () => {
  const id = await announce('mine');
  for (const method of ['GET', 'DELETE'])
    expect((await call(method, `/${id}`, undefined, other)).status).toBe(404);
  const listed = (await call('GET', '', undefined, other)).body as unknown as { uploads: object[] };
  expect(listed.uploads).toEqual([]);
});

test('an image that a lab uses is not removed, and is afterwards', async () => {
  const id = await announce('used');
  await send(id, 0, disk);
  const [upload] = (await server.store.listUploads()).filter((one) => one.id === id);
  await server.store.changeUpload(upload!.id, ['checking'], { state: 'ready', diskBytes: 600 });
  const images = await server.call('GET', '/api/v1/images');
  expect(images.body).toMatchObject({
    images: expect.arrayContaining([
      expect.objectContaining({ name: 'upload/used', kind: 'vm', ready: true }),
    ]) as object,
  });
  const blueprint = 'version: 1\nelements: { r: { kind: vm, image: upload/used } }';
  const request = { name: 'uses-it', parameters: {}, blueprint };
  const { environment } = await server.store.createAssignment(request, () => undefined);
  const refused = await call('DELETE', `/${id}`);
  expect([refused.status, refused.body.error.code]).toEqual([409, 'image-in-use']);
  expect(refused.body.error.message).toContain('uses-it/dev');
  await server.store.changeWanted(environment.id, { wanted: 'absent' });
  expect((await call('DELETE', `/${id}`)).body).toMatchObject({ state: 'removing' });
});

test('a lab with a disk that is not there is refused', async () => {
  const blueprint = 'version: 1\nelements: { r: { kind: vm, image: upload/nothing } }';
  const { status, body } = await server.call('POST', '/api/v1/assignments', {
    name: 'nothing',
    blueprint,
  });
  expect([status, (body as Answered).error.code]).toEqual([404, 'image-not-found']);
});
