import { createWriteStream } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ApiClient, ElementFile } from '@labcast/api-client';
import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import { isServerAway } from '../connection/isServerAway.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import type { EnvironmentName } from '../environmentName.ts';
import { printJson, tell } from '../output/print.ts';

const pieceBytes = 8 * 1024 * 1024;
const retryMs = 1_000;
const mostRetries = 60;

export function cpCommand(context: Context): Command {
  return define({
    name: 'cp',
    summary: 'copy a file into an element or out of it',
    description:
      "Copies one file, with the rights of the image's usual user. One of the two is on an element and written as " +
      'element:path; a relative path there goes from the home of that user. A copy that is cut off goes on by itself when ' +
      'the server is back, and nobody sees half a file. For folders use tar with "labcast exec".',
    examples: [
      ['labcast cp shop notes.txt web:', 'into the home on web'],
      ['labcast cp shop data.csv web:/srv/data.csv', 'to a place and a name'],
      ['labcast cp shop web:/etc/os-release .', 'out of it'],
    ],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('<from>', 'a file here, or element:path')
    .argument('<to>', 'element:path, or a file or folder here')
    .action(async (written: string, from: string, to: string) => {
      const name = parseEnvironmentName(written);
      const [source, target] = [parseRemote(from), parseRemote(to)];
      if ((source === undefined) === (target === undefined)) {
        throw wrongUse('One of the two has to be on an element.', 'Write it as element:path.');
      }
      const client = await context.connect();
      const bytes = source
        ? await download(client, name, { source, to })
        : await upload(client, name, { from, target: target ?? { element: '', path: '' } });
      if (context.json) printJson({ from, to, bytes });
      else tell(`Copied ${String(bytes)} bytes.`);
    });
}

/** Undefined for a file of this machine: names of elements have no slashes and dots. */
function parseRemote(text: string): ElementFile | undefined {
  const [, element, path = ''] = /^([a-z][a-z0-9-]*):([^]*)$/.exec(text) ?? [];
  return element === undefined ? undefined : { element, path };
}

async function upload(
  client: ApiClient,
  { assignment, environment }: EnvironmentName,
  { from, target }: { from: string; target: ElementFile },
): Promise<number> {
  const isFolder = target.path === '' || target.path.endsWith('/');
  const file = { ...target, path: isFolder ? target.path + basename(from) : target.path };
  const handle = await open(from);
  try {
    const { size: total } = await handle.stat();
    for (let offset = 0, isDone = false; !isDone;) {
      const { buffer, bytesRead } = await handle.read(
        Buffer.alloc(pieceBytes),
        0,
        pieceBytes,
        offset,
      );
      const piece = { ...file, offset, total, content: buffer.subarray(0, bytesRead) };
      const answer = await whileAway(async (isRepeated) => {
        if (!isRepeated) return client.writePiece(assignment, environment, piece);
        // A part of the piece may have come through.
        const size = await client.findUploaded(assignment, environment, file);
        return size === offset
          ? client.writePiece(assignment, environment, piece)
          : { size, done: size === total };
      });
      ({ size: offset, done: isDone } = answer);
    }
    return total;
  } finally {
    await handle.close();
  }
}

async function download(
  client: ApiClient,
  { assignment, environment }: EnvironmentName,
  { source, to }: { source: ElementFile; to: string },
): Promise<number> {
  const isFolder = await stat(to).then(
    (found) => found.isDirectory(),
    () => to.endsWith('/'),
  );
  const place = isFolder ? join(to, basename(source.path)) : to;
  const part = `${place}.part`;
  let written = 0;
  await whileAway(async () => {
    const { content } = await client.readFile(assignment, environment, {
      ...source,
      offset: written,
    });
    const counted = async function* () {
      for await (const bytes of content) {
        written += bytes.length;
        yield bytes;
      }
    };
    await pipeline(counted, createWriteStream(part, { flags: written === 0 ? 'w' : 'a' }));
  });
  await rename(part, place);
  return written;
}

/** Repeats what only a server that is away has stopped. */
async function whileAway<T>(attempt: (isRepeated: boolean) => Promise<T>): Promise<T> {
  for (let count = 0; ; count += 1) {
    try {
      return await attempt(count > 0);
    } catch (error) {
      // A body that ends in the middle is a plain error of fetch.
      if ((!isServerAway(error) && !(error instanceof TypeError)) || count === mostRetries)
        throw error;
      if (count === 0) tell('The connection was lost. Going on when the server is back.');
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}
