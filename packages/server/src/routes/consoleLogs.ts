import type { ExecTunnel } from '@labcast/incus';
import type { LogLine } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recheckRegularly } from '../access/recheckRegularly.ts';
import { elementParameters, findConsole } from '../consoles/findConsole.ts';
import type { ConsolePlace } from '../consoles/findConsole.ts';
import { logCommand, logSources } from '../consoles/logCommand.ts';
import type { LogOptions } from '../consoles/logCommand.ts';
import type { RouteDeps } from '../deps.ts';
import { openEventStream } from '../events/eventStream.ts';
import type { EventStream } from '../events/eventStream.ts';

const mostLines = 5_000;
const readTimeoutMs = 20_000;
const heartbeatMs = 5_000;

const logQuery = z.object({
  source: z.enum(logSources).optional(),
  lines: z.coerce.number().int().min(0).max(mostLines).default(500),
  follow: z.enum(['0', '1']).default('0'),
});

export function consoleLogRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    const streams = new Set<EventStream>();
    app.addHook('preClose', (done) => {
      for (const stream of streams) stream.end();
      done();
    });
    app.get(
      '/environments/:assignment/:environment/elements/:element/logs',
      {
        config: { access: 'environment:enter' },
        schema: {
          operationId: 'readLogs',
          summary:
            'Logs of an element: of its start, its journal, its pods, or of how it was set up',
          description:
            'Text. With follow=1 server-sent events: `line` with `{line}`, which can hold several lines, and ' +
            '`heartbeat` every 5 seconds. The gateway’s are for administrators.',
          params: elementParameters,
          querystring: logQuery,
        },
      },
      async (request, reply) => {
        const place = await findConsole(deps, request, 'logs');
        const { source = place.element?.kind === 'app' ? 'pods' : 'journal', ...query } =
          request.query;
        const options = { source, lines: query.lines, follow: query.follow === '1' };
        if (!options.follow) {
          void reply.type('text/plain; charset=utf-8');
          return readLog(deps, place, options);
        }
        const command = source === 'provision' ? undefined : logCommand(place, options);
        const tunnel = command && (await deps.incus.openExec(place.instance, { command }));
        const stream = open(deps, request, reply);
        streams.add(stream);
        const stop = tunnel
          ? followCommand(tunnel, stream)
          : await followProvision(deps, { place, options, stream });
        reply.raw.once('close', () => {
          streams.delete(stream);
          stop();
        });
        return reply;
      },
    );
  };
}

async function readLog(deps: RouteDeps, place: ConsolePlace, options: LogOptions): Promise<string> {
  if (options.source === 'provision') {
    const lines = await readProvision(deps, place);
    return lines
      .slice(lines.length - options.lines)
      .map(toText)
      .join('');
  }
  const command = logCommand(place, options);
  const { stdout, stderr } = await deps.incus.exec(
    place.instance,
    { command },
    { timeoutMs: readTimeoutMs },
  );
  return stdout.toString() + stderr.toString();
}

function open(deps: RouteDeps, request: FastifyRequest, reply: FastifyReply): EventStream {
  reply.hijack();
  const stream = openEventStream(reply.raw, reply.getHeaders());
  const heartbeat = setInterval(() => stream.send('heartbeat', {}), heartbeatMs);
  const stopRechecking = recheckRegularly(request, deps.settings.recheckMs, (now) => {
    if (!now) stream.end();
  });
  reply.raw.once('close', () => {
    clearInterval(heartbeat);
    stopRechecking();
  });
  return stream;
}

function followCommand(tunnel: ExecTunnel, stream: EventStream): () => void {
  const decoder = new TextDecoder();
  tunnel.stdin.on('error', () => undefined);
  tunnel.stderr.on('data', (bytes: Buffer) => stream.send('line', { line: bytes.toString() }));
  tunnel.stdout.on('data', (bytes: Buffer) => {
    stream.send('line', { line: decoder.decode(bytes, { stream: true }) });
  });
  tunnel.exitCode.catch(() => undefined).finally(() => stream.end());
  return () => tunnel.close();
}

/** What was written down while the element was made and changed. */
async function readProvision(
  { store }: Pick<RouteDeps, 'store'>,
  { environment, name }: ConsolePlace,
): Promise<LogLine[]> {
  const all: LogLine[] = [];
  for (;;) {
    const lines = await store.listLog(environment.id, all.at(-1)?.id);
    if (lines.length === 0) return all.filter(({ element }) => element === name);
    all.push(...lines);
  }
}

async function followProvision(
  deps: RouteDeps,
  { place, options, stream }: { place: ConsolePlace; options: LogOptions; stream: EventStream },
): Promise<() => void> {
  const stop = deps.events.subscribe(({ name, data }) => {
    if (name !== 'log') return;
    const { environmentId, line } = data as {
      environmentId: string;
      line: { at: string; message: string; element?: string };
    };
    const isMeant = environmentId === place.environment.id && line.element === place.name;
    if (isMeant) stream.send('line', { line: `${line.at} ${line.message}\n` });
  });
  const lines = options.lines === 0 ? [] : await readProvision(deps, place);
  for (const line of lines.slice(-options.lines)) stream.send('line', { line: toText(line) });
  return stop;
}

function toText({ at, message }: LogLine): string {
  return `${at.toISOString()} ${message}\n`;
}
