import type { EnvironmentView } from '@labcast/api-client';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    tellLab: (view: EnvironmentView) => void;
  }
}

/**
 * Stands for the server where a page asks for a lab that no bench machine could run: its lab.yaml, its state, and the stream
 * of its events. Everything else of the page is the server's.
 */
export async function standInForLab(
  page: Page,
  blueprint: string,
  view: EnvironmentView,
): Promise<void> {
  await page.addInitScript(
    ({ blueprint, view }) => {
      const pass = window.fetch.bind(window);
      const json = (body: unknown) =>
        Promise.resolve(
          new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }),
        );
      const encoder = new TextEncoder();
      const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
      const write = (event: string, data: unknown) => {
        const bytes = encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
        for (const stream of streams) stream.enqueue(bytes);
      };
      setInterval(() => write('heartbeat', {}), 3000);
      window.tellLab = (next) => write('environment', next);
      window.fetch = (input, init) => {
        const request = new Request(input, init);
        const { pathname, searchParams } = new URL(request.url);
        if (pathname.endsWith('/dev')) return json(view);
        if (pathname.endsWith('/dev/blueprint')) return json({ blueprint, generation: 1 });
        if (pathname.endsWith('/events') && searchParams.has('environment')) {
          const body = new ReadableStream<Uint8Array>({
            start: (stream) => void streams.add(stream),
          });
          return Promise.resolve(new Response(body));
        }
        return pass(input, init);
      };
    },
    { blueprint, view },
  );
}
