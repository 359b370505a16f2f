import type { Store } from '@labcast/store';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { buildServer } from './createServer.ts';
import type { ServerDeps } from './deps.ts';

const nobodyAsks: object = new Proxy(
  {},
  {
    get: (_target, name) => () => {
      throw new Error(`Describing the API must not call ${String(name)}.`);
    },
  },
);

/** The OpenAPI document, made without a database and without listening. */
export async function describeApi(): Promise<object> {
  const app = await buildServer({
    store: nobodyAsks as Store,
    incus: nobodyAsks as ServerDeps['incus'],
    logger: pino({ level: 'silent' }),
    metrics: new Registry(),
    settings: { overcommit: { memory: 1, storage: 1 } },
    events: { subscribe: () => () => undefined, close: () => Promise.resolve() },
  });
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}
