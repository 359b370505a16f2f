import Fastify from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { everybody, isHidden, signedIn, without } from '../testing/everybody.ts';
import type { Who } from '../testing/everybody.ts';
import { mayCall } from '../testing/mayCall.ts';
import { openCrowd } from '../testing/openCrowd.ts';
import type { Crowd } from '../testing/openCrowd.ts';
import { authorise } from './authorise.ts';

let crowd: Crowd;
beforeAll(async () => {
  crowd = await openCrowd();
});
afterAll(() => crowd.remove());

test('this test knows every route and socket of the server', () => {
  const routes = crowd.server.app.declaredRoutes.map(({ method, url }) => `${method} ${url}`);
  expect(routes.sort()).toEqual(Object.keys(mayCall).sort());
});

describe.each(Object.entries(mayCall))('%s', (route, let_in) => {
  const [method = '', url = ''] = route.split(' ');
  // Signing out is one of the routes.
  afterEach(() => crowd.server.database.query('update session set ended_at = null'));

  test.each(everybody)('is open or closed to %s, as it should be', async (who) => {
    const refusal = await crowd.refusalOf(method, url, crowd.headersOf(who));
    if (let_in.includes(who)) {
      expect(refusal).toBeUndefined();
      return;
    }
    if (!signedIn.includes(who)) expect(refusal).toMatchObject({ status: 401 });
    else if (isHidden(url, who)) expect(refusal).toMatchObject({ status: 404 });
    else expect(refusal).toMatchObject({ status: 403 });
  });
});

test('what is hidden is refused in the very words for what is not there', async () => {
  const headers = crowd.headersOf('the instructor of another course');
  for (const url of ['/api/v1/courses/:course', '/api/v1/assignments/:assignment']) {
    const hidden = await crowd.refusalOf('GET', url, headers);
    const name = url.includes('course') ? crowd.names.course : crowd.names.assignment;
    const nothing = await crowd.refusalOf('GET', url.replace(/:\w+/, 'nothing-2222'), headers);
    expect(hidden?.message.replace(name, 'nothing-2222')).toBe(nothing?.message);
    expect(hidden?.code).toBe(nothing?.code);
  }
});

test('all strangers get the same words', async () => {
  const strangers = without(everybody, ...signedIn);
  const odd = ['Bearer ', 'Basic YWRtaW46YWRtaW4=', `Bearer ${'x'.repeat(10_000)}`, 'Bearer lct_'];
  const all = [
    ...strangers.map((who) => crowd.headersOf(who)),
    ...odd.map((authorization) => ({ authorization })),
  ];
  const answers = await Promise.all(
    all.map((headers) => crowd.refusalOf('GET', '/api/v1/types', headers)),
  );
  expect(new Set(answers.map((answer) => answer?.message)).size).toBe(1);
  expect(answers.every((answer) => answer?.code === 'not-signed-in')).toBe(true);
});

const ofEnvironments = Object.keys(mayCall).filter((route) => route.includes(':environment'));

test.each(['dev', 'prod', 'nothing'])(
  "students learn nothing of what is called %s, and assistants get into no instructor's lab",
  async (environment) => {
    const refused = async (route: string, who: Who) => {
      const [method = '', url = ''] = route.split(' ');
      const there = url.replace(':environment', environment);
      return crowd.refusalOf(method, there, crowd.headersOf(who));
    };
    for (const route of ofEnvironments) {
      for (const who of ['a student', 'the owner of the lab'] as const) {
        expect(await refused(route, who), route).toMatchObject({ code: 'assignment-not-found' });
      }
      const mayLook = mayCall[route]?.includes("the instructor's token to look");
      if (mayLook) continue;
      expect(await refused(route, 'an assistant'), route).toMatchObject({ status: 403 });
    }
  },
);

test('a route that does not say who may call it keeps the server from starting', async () => {
  const app = Fastify();
  authorise(app, { store: crowd.server.store, settings: {} });
  expect(() => app.get('/forgotten', () => 'hello')).toThrow('GET /forgotten does not declare');
  const config = { access: 'roster:view' } as const;
  expect(() => app.get('/people', { config }, () => 'hello')).toThrow('in which course');
  const invented = { access: 'roster:burn' as 'roster:view' };
  expect(() => app.get('/x/:course', { config: invented }, () => 'hello')).toThrow('not declare');
  await app.close();
});

test('what is no route is 404, with and without a token', async () => {
  expect((await fetch(`${crowd.server.baseUrl}/api/v1/nothing`)).status).toBe(404);
  expect((await crowd.server.call('GET', '/api/v1/nothing')).status).toBe(404);
});

test('tokens, cookies, commands and what is asked for stand in no log line', async () => {
  await crowd.server.call('GET', '/api/v1/environments/x/dev/exec?element=web&command=secret-word');
  await crowd.server.call('GET', '/api/v1/assignments');
  await fetch(`${crowd.server.baseUrl}/api/v1/types`, {
    headers: { authorization: 'Bearer guessed' },
  });
  const text = crowd.server.log.join('');
  expect(text).toContain('/api/v1/assignments');
  const { cookie = '', 'x-labcast-csrf': csrf = '' } = crowd.headersOf('the instructor');
  const bearer = crowd.headersOf("the instructor's token").authorization ?? '';
  const secrets = [cookie.split('=')[1]!, csrf, bearer.split(' ')[1]!];
  for (const secret of [crowd.server.token, 'guessed', 'secret-word', 'Bearer', ...secrets]) {
    expect(text).not.toContain(secret);
  }
});
