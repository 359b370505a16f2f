import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import compress from '@fastify/compress';
import staticFiles from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import { pageAddresses } from './pageAddresses.ts';

const config = { access: 'page:view' } as const;
const schema = { hide: true } as const;

/** The pages that people see, if they were built: whoever may see what is decided where they ask for it. */
export function webRoutes(
  directory: string | undefined,
  appsDomain = 'localhost',
): FastifyPluginAsync {
  return async (app) => {
    const page = await readPage(directory);
    if (directory === undefined || page === undefined) return;
    await app.register(compress, { encodings: ['br', 'gzip'] });
    await app.register(staticFiles, {
      root: directory,
      serve: false,
      cacheControl: false,
      dotfiles: 'deny',
      setHeaders(reply, path) {
        // Names in there change with the content, so they may be kept for good.
        const isHashed = path.startsWith(join(directory, 'assets/'));
        const kept = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
        void reply.header('cache-control', kept);
      },
    });
    const policy = contentSecurityPolicy(page, appsDomain);
    for (const url of pageAddresses) {
      app.get(url, { config, schema }, (_request, reply) => sendPage(reply, page, policy));
    }
    // A person who mistyped is told so by a page with a way on; programs, and whoever asks for an API, by JSON.
    app.get('/*', { config, schema }, (request, reply) => {
      const isPerson = request.headers.accept?.includes('text/html') ?? false;
      if (isPerson && !request.url.startsWith('/api/'))
        return sendPage(reply.code(404), page, policy);
      reply.callNotFound();
      return reply;
    });
    for (const file of await readdir(directory, { withFileTypes: true })) {
      if (!file.isFile() || file.name === 'index.html' || file.name.startsWith('.')) continue;
      app.get(`/${file.name}`, { config, schema }, (_request, reply) => reply.sendFile(file.name));
    }
    app.get<{ Params: { '*': string } }>('/assets/*', { config, schema }, (request, reply) =>
      reply.sendFile(request.params['*'], join(directory, 'assets')),
    );
  };
}

async function readPage(directory: string | undefined): Promise<string | undefined> {
  if (directory === undefined) return undefined;
  return readFile(join(directory, 'index.html'), 'utf8').catch(() => undefined);
}

function sendPage(reply: FastifyReply, page: string, policy: string): FastifyReply {
  return reply
    .headers({
      'cache-control': 'no-cache',
      'content-security-policy': policy,
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    })
    .type('text/html; charset=utf-8')
    .send(page);
}
