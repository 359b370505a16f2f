import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { CommandError } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { print, printJson } from '../output/print.ts';

const pollMs = 300;

export function deleteImageCommand(context: Context): Command {
  return define({
    name: 'delete',
    summary: 'remove an uploaded disk',
    description:
      'Removes a disk that was uploaded, or what has arrived of it. It is refused while a lab uses it.',
    examples: [['labcast images delete upload/router', 'once no lab uses it any more']],
  })
    .argument('<image>', 'as labcast images shows it')
    .action(async (image: string) => {
      const name = image.replace(/^upload\//, '');
      const client = await context.connect();
      const { uploads } = await client.uploads();
      const found = uploads.filter((one) => one.name === name);
      const [first] = found;
      if (!first)
        throw new CommandError('upload-not-found', `There is no uploaded disk ${name}.`, {
          remedy: 'See which there are: labcast images',
        });
      // Several of one name are those that failed, and at most one that did not.
      for (const { id } of found) await client.removeUpload(id);
      const ids = new Set(found.map(({ id }) => id));
      while ((await client.uploads()).uploads.some(({ id }) => ids.has(id))) await sleep(pollMs);
      if (context.json) printJson(first);
      else print(`${first.image} was removed.`);
    });
}
