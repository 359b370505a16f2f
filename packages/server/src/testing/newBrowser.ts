import type { LightMyRequestResponse } from 'fastify';
import { testPassword } from './signInTo.ts';
import type { TestServer } from './startTestServer.ts';

interface Call {
  method?: string;
  url?: string;
  body?: unknown;
  headers?: Record<string, string>;
  remoteAddress?: string;
}

/** What these tests read of an answer. */
interface Answer {
  person?: unknown;
  csrfToken?: string;
  error?: { code: string; message: string; retryAfterSeconds?: number };
}

interface Answered {
  readonly status: number;
  readonly headers: LightMyRequestResponse['headers'];
  /** Of the session. */
  readonly cookie: LightMyRequestResponse['cookies'][number] | undefined;
  readonly answer: Answer;
}

export interface NewBrowser {
  send(call: Call): Promise<Answered>;
  signIn(login: string, password?: string, remoteAddress?: string): Promise<Answered>;
}

/** A browser that has no cookie yet, at any address. */
export function newBrowser({ app }: Pick<TestServer, 'app'>): NewBrowser {
  const send: NewBrowser['send'] = async (call) => {
    const { method = 'POST', url = '/api/v1/session', body, headers, ...more } = call;
    const response = await app.inject({
      method: method as 'POST',
      url,
      headers: { host: 'localhost', ...headers },
      ...(body !== undefined && { payload: body as object }),
      ...more,
    });
    const cookie = response.cookies.find(({ name }) => name === 'labcast_session');
    const answer: Answer = response.body === '' ? {} : response.json<Answer>();
    return { status: response.statusCode, headers: response.headers, cookie, answer };
  };
  return {
    send,
    signIn: (login, password = testPassword, remoteAddress = '192.0.2.1') =>
      send({ body: { login, password }, remoteAddress }),
  };
}
