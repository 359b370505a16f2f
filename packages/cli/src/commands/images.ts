import type { CatalogueImage } from '@labcast/domain';
import type { Command } from 'commander';
import { deleteImageCommand } from './deleteImage.ts';
import { uploadImageCommand } from './uploadImage.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { formatSize } from '../output/format.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

export function imagesCommand(context: Context): Command {
  const command = define({
    name: 'images',
    summary: 'images that elements can have, and what they need',
    description:
      'Lists the catalogue and the disks that were uploaded: what each image is, the least it needs and what it should have, and whether it is ready on this server.',
    examples: [
      ['labcast images', 'the catalogue'],
      ['labcast images upload router.qcow2', 'upload/router, for virtual machines'],
    ],
  });
  command.addCommand(uploadImageCommand(context).copyInheritedSettings(command));
  command.addCommand(deleteImageCommand(context).copyInheritedSettings(command));
  return command.action(async () => {
    const found = await (await context.connect()).images();
    if (context.json) {
      printJson(found);
      return;
    }
    const rows = found.images.map((image) => [
      image.name,
      image.kind,
      image.summary,
      formatNeeds(image.minimum),
      formatNeeds(image.recommended),
      image.ready ? 'ready' : 'not built',
    ]);
    print(formatTable(['IMAGE', 'KIND', 'WHAT IT IS', 'MINIMUM', 'RECOMMENDED', 'HERE'], rows));
  });
}

/** CPU, memory, storage. */
function formatNeeds(needs: CatalogueImage['minimum']): string {
  return `${String(needs.cpu)} CPU, ${formatSize(needs.memoryBytes)}, ${formatSize(needs.storageBytes)}`;
}
