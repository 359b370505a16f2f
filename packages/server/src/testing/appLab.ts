import { once } from 'node:events';
import { request as requestByHttp } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { sampleLab } from './sampleLab.ts';
import { signInTo } from './signInTo.ts';
import type { TestPerson } from './signInTo.ts';
import { startAppProgram } from './startAppProgram.ts';
import { startTestServer } from './startTestServer.ts';
import type { TestServer } from './startTestServer.ts';

/** A running lab with pages, all of one program, and a browser's ways to them. */
export interface AppLab {
  readonly server: TestServer;
  readonly instructor: TestPerson;
  readonly key: string;
  /** Path of its elements in the API. */
  readonly elements: string;
  /** Asks the server under the name of an app, as a browser that resolved it would. */
  ask(
    url: string,
    headers?: Readonly<Record<string, string | string[]>>,
    sent?: { readonly method?: string; readonly body?: string },
  ): Promise<Answer>;
  /** By the instructor, unless another one is named. */
  openPage(page: string, by?: TestPerson): Promise<string>;
  /** Enters, and returns the app's origin with the cookie that opens it. */
  enter(page?: string, by?: TestPerson): Promise<Entered>;
  openSocket(origin: string, headers: Readonly<Record<string, string>>): WebSocket;
  remove(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Entered {
  readonly url: string;
  readonly origin: string;
  readonly headers: { readonly cookie: string };
}

export async function openAppLab(): Promise<AppLab> {
  const program = await startAppProgram();
  const server = await startTestServer({ exec: program.nc });
  const course = await server.store.createCourse('Networks');
  const created = { courseId: course.id, title: 'Web', parameters: {}, blueprint: sampleLab };
  const { slug } = await server.store.createCourseAssignment(created, () => undefined);
  const { key } = (await server.store.findEnvironment(slug, 'dev'))!;
  for (const element of ['gateway', 'web', 'cluster']) {
    const instance = { image: 'labcast/debian-12', config: {}, devices: {}, start: true };
    await server.incus.client.createInstance({ ...instance, name: `${key}-${element}` });
  }
  const elements = `/api/v1/environments/${slug}/dev/elements`;
  const instructor = await signInTo(server, { courses: [[course.id, 'instructor']] });

  const ask: AppLab['ask'] = async (url, headers = {}, { method = 'GET', body = '' } = {}) => {
    const { host, pathname, search } = new URL(url);
    const request = requestByHttp(server.baseUrl, {
      method,
      path: pathname + search,
      headers: { host, ...headers },
    });
    request.end(body);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: await text(response),
    };
  };
  const openPage: AppLab['openPage'] = async (page, by = instructor) => {
    const opened = await server.call('POST', `${elements}/${page}`, undefined, by.headers);
    expect(opened.status).toBe(200);
    return (opened.body as { url: string }).url;
  };
  return {
    server,
    instructor,
    key,
    elements,
    ask,
    openPage,
    async enter(page = 'shop/page', by) {
      const url = await openPage(page, by);
      const { status, headers } = await ask(url);
      expect(status).toBe(303);
      const [cookie = ''] = headers['set-cookie']?.[0]?.split(';') ?? [];
      return { url, origin: new URL(url).origin, headers: { cookie } };
    },
    openSocket(origin, headers) {
      const { host } = new URL(origin);
      return new WebSocket(server.baseUrl.replace('http', 'ws'), { headers: { host, ...headers } });
    },
    async remove() {
      await server.remove();
      program.close();
    },
  };
}
