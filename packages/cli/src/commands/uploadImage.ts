import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { uploadDisk } from '../images/uploadDisk.ts';
import type { Command } from 'commander';
import { CommandError, wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { print, printJson, tell } from '../output/print.ts';

export function uploadImageCommand(context: Context): Command {
  return define({
    name: 'upload',
    summary: 'bring a disk of your own for virtual machines',
    description:
      'Sends a disk (qcow2 or raw) or a disc (ISO) to the server, which looks whether it is one and makes an image of it. ' +
      'When it was interrupted, the same command goes on where it stopped. An ISO starts beside an empty disk.',
    examples: [
      ['labcast images upload router.qcow2', 'the image upload/router'],
      ['labcast images upload setup.iso --name installer', 'the image upload/installer'],
    ],
  })
    .argument('<file>', 'disk or disc on this machine')
    .option('--name <name>', 'what follows upload/; by default as the file is called')
    .action((file: string, options: { name?: string }) => upload(context, file, options));
}

async function upload(context: Context, file: string, options: { name?: string }): Promise<void> {
  const sizeBytes = await sizeOf(file);
  const name = options.name ?? nameOf(file);
  const client = await context.connect();
  const say = context.json ? () => undefined : tell;
  say('Reading the file...');
  const sha256 = await sha256Of(file);
  const done = await uploadDisk(client, { file, name, sizeBytes, sha256 }, say);
  if (context.json) printJson(done);
  if (done.state === 'failed')
    throw new CommandError('step-failed', `${name} was not taken: ${done.error ?? ''}`, {
      remedy: `Remove what is left of it: labcast images delete ${done.image}`,
    });
  if (!context.json) print(`${done.image} is ready. In lab.yaml: kind: vm, image: ${done.image}`);
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() && found.size > 0) return found.size;
  throw wrongUse(`${file} is not a file with something in it.`);
}

function nameOf(file: string): string {
  const name = basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  if (/^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/.test(name)) return name;
  throw wrongUse(`${basename(file)} gives no name for an image.`, 'Choose one with --name.');
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}
