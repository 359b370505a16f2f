import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAppLab } from '../testing/appLab.ts';
import type { AppLab } from '../testing/appLab.ts';
import { signInTo } from '../testing/signInTo.ts';

let lab: AppLab;
beforeAll(async () => {
  lab = await openAppLab();
});
afterAll(() => lab.remove());

test('each app has a host of its own, by which its page is opened once', async () => {
  const shop = new URL(await lab.openPage('shop/page'));
  const web = new URL(await lab.openPage('web/page'));
  const other = new URL(await lab.openPage('web/page?port=8080'));
  expect(shop.hostname).toBe(`${lab.key}-shop.localhost`);
  expect(web.hostname).toBe(`${lab.key}-80-web.localhost`);
  expect(other.hostname).toBe(`${lab.key}-8080-web.localhost`);
  const { status, headers } = await lab.ask(shop.href);
  expect([status, headers.location]).toEqual([303, '/']);
  const [cookie] = headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^labcast_app=[\w-]{43}; Path=\/; HttpOnly; SameSite=None; Secure; Part/);
  expect(cookie).not.toContain('Domain');
  expect((await lab.ask(shop.href)).status).toBe(410);
});

test('a ticket is worth nothing after a minute, on another host, or when it was guessed', async () => {
  const late = await lab.openPage('shop/page');
  await lab.server.database.query(
    `update app_visit set created_at = now() - interval '61 seconds' where cookie_hash is null`,
  );
  expect((await lab.ask(late)).status).toBe(410);
  const shop = new URL(await lab.openPage('shop/page'));
  const elsewhere = shop.href.replace(`${lab.key}-shop`, `${lab.key}-80-web`);
  expect((await lab.ask(elsewhere)).status).toBe(410);
  expect((await lab.ask(shop.href.replace(/ticket=.*/, 'ticket=guessed'))).status).toBe(410);
  expect((await lab.ask(shop.href.replace(/\?.*/, ''))).status).toBe(410);
});

test('a cookie opens its own app alone', async () => {
  const shop = await lab.enter();
  const web = await lab.enter('web/page');
  expect((await lab.ask(`${web.origin}/`, shop.headers)).status).toBe(401);
  expect((await lab.ask(`${shop.origin}/`, web.headers)).status).toBe(401);
  expect((await lab.ask(`${shop.origin}/`)).status).toBe(401);
  expect((await lab.ask(`${shop.origin}/`, { cookie: 'labcast_app=guessed' })).status).toBe(401);
  const both = { cookie: `labcast_app=planted; ${shop.headers.cookie}` };
  expect((await lab.ask(`${shop.origin}/`, both)).status).toBe(200);
  // Neither is it a way into the platform.
  const platform = await lab.ask(`${lab.server.baseUrl}/api/v1/types`, shop.headers);
  expect(platform.status).toBe(401);
});

test('an app of another course is opened by nobody outside of it', async () => {
  const other = await lab.server.store.createCourse('Another');
  const stranger = await signInTo(lab.server, { courses: [[other.id, 'instructor']] });
  const student = await signInTo(lab.server, {});
  for (const person of [stranger, student]) {
    const { status } = await lab.server.call(
      'POST',
      `${lab.elements}/shop/page`,
      undefined,
      person.headers,
    );
    expect(status).toBe(404);
  }
  const { cookie = '', origin = '' } = lab.instructor.headers;
  const forged = { cookie, origin };
  expect(
    (await lab.server.call('POST', `${lab.elements}/shop/page`, undefined, forged)).status,
  ).toBe(403);
});

test('what lasts ends soon after the session did, and the cookie is worth nothing then', async () => {
  const course = (await lab.server.store.findEnvironment(lab.elements.split('/')[4]!, 'dev'))!
    .courseId!;
  const guest = await signInTo(lab.server, { courses: [[course, 'instructor']] });
  const app = await lab.enter('shop/page', guest);
  const socket = lab.openSocket(app.origin, { ...app.headers, origin: app.origin });
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await lab.server.call('DELETE', '/api/v1/session', undefined, guest.headers);
  await closed;
  await expect.poll(async () => (await lab.ask(`${app.origin}/`, app.headers)).status).toBe(401);
});

test('no ticket, cookie or address of an app stands in the log or in the database', async () => {
  const app = await lab.enter();
  await lab.ask(`${app.origin}/private?word=hush`, app.headers);
  const ticket = new URL(app.url).searchParams.get('ticket')!;
  const cookie = app.headers.cookie.split('=')[1]!;
  const rows = await lab.server.database.query('select * from app_visit');
  for (const secret of [ticket, cookie, 'hush']) {
    expect(lab.server.log.join('')).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(secret);
  }
});
