import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLab } from '../testing/sampleLab.ts';
import { signInTo } from '../testing/signInTo.ts';
import type { TestPerson } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
let owner: TestPerson;
let other: TestPerson;
let course: string;
beforeAll(async () => {
  server = await startTestServer();
  const made = await server.store.createCourse('Networks 2');
  course = made.slug;
  owner = await signInTo(server, { courses: [[made.id, 'instructor']] });
  other = await signInTo(server, { courses: [[made.id, 'instructor']] });
});
afterAll(() => server.remove());

const by = (person: TestPerson) => (method: string, path: string, body?: unknown) =>
  server.call(method, `/api/v1${path}`, body, person.headers);

const shop = {
  name: 'shop',
  summary: 'A shop on a cluster',
  blueprint: `# The shop.\n${sampleLab}`,
  parameters: [{ name: 'memory', path: 'elements.web.memory', summary: 'Memory of the machine' }],
};

test('a saved type is listed with its owner, and made as built-in ones are, outside of courses and in them', async () => {
  const saved = await by(owner)('POST', '/types', shop);
  expect(saved).toMatchObject({
    status: 201,
    body: {
      type: { saved: true, owner: { id: owner.person.id }, parameters: [{ default: '512MiB' }] },
    },
  });
  const { body } = await by(other)('GET', '/types');
  const { types } = body as { types: { name: string; saved: boolean }[] };
  expect(types.find(({ name }) => name === 'webserver')).toMatchObject({ saved: false });
  expect(types.at(-1)).toMatchObject({ name: 'shop', saved: true });

  const parameters = { memory: '128MiB' };
  const outside = await server.call('POST', '/api/v1/assignments', { type: 'shop', parameters });
  expect(outside).toMatchObject({
    status: 201,
    body: { assignment: { name: 'shop', type: 'shop' } },
  });
  const inside = await by(other)('POST', `/courses/${course}/assignments`, {
    name: 'The shop',
    from: { kind: 'type', type: 'shop', parameters },
  });
  const { slug } = (inside.body as { assignment: { slug: string } }).assignment;
  for (const name of ['shop', slug]) {
    const text = await server.call('GET', `/api/v1/environments/${name}/dev/blueprint`);
    expect(text.body).toMatchObject({
      blueprint: expect.stringMatching(/^# The shop\.[^]*128MiB/) as string,
    });
  }
});

test('a type tells its whole lab.yaml, built in or saved', async () => {
  expect((await by(other)('GET', '/types/shop')).body).toMatchObject({ blueprint: shop.blueprint });
  expect((await by(other)('GET', '/types/container')).body).toMatchObject({
    blueprint: expect.stringContaining('debian-12') as string,
  });
  expect(await by(other)('GET', '/types/nosuch')).toMatchObject({
    status: 404,
    body: { error: { code: 'type-unknown' } },
  });
});

test('names are taken once, and what is wrong names its parameter', async () => {
  for (const name of ['shop', 'webserver']) {
    const taken = await by(other)('POST', '/types', { ...shop, name });
    expect(taken).toMatchObject({ status: 409, body: { error: { code: 'name-taken' } } });
  }
  const parameters = [{ name: 'size', path: 'elements.web.size', summary: 'Size' }];
  expect(await by(other)('POST', '/types', { ...shop, name: 'shop-2', parameters })).toMatchObject({
    status: 422,
    body: {
      error: {
        code: 'parameter-invalid',
        message: expect.stringContaining('The parameter size') as string,
        problems: [{ path: 'parameters.0.path' }],
      },
    },
  });
});

test('only its owner and administrators delete it, once or twice, and built-in ones nobody', async () => {
  expect(await by(other)('DELETE', '/types/shop')).toMatchObject({
    status: 403,
    body: { error: { message: 'The type shop belongs to Ada.' } },
  });
  expect((await server.call('DELETE', '/api/v1/types/webserver')).status).toBe(403);
  expect((await by(owner)('DELETE', '/types/shop')).status).toBe(204);
  expect((await by(other)('DELETE', '/types/shop')).status).toBe(204);
  // What was made of it stays.
  expect((await server.call('GET', '/api/v1/environments/shop/dev')).status).toBe(200);
  await by(owner)('POST', '/types', shop);
  expect((await server.call('DELETE', '/api/v1/types/shop')).status).toBe(204);
});
