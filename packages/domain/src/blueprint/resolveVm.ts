import type { Attachment, VmElement } from './blueprint.ts';
import { checkImageKind } from './checkImageKind.ts';
import type { ElementContext } from './elementContext.ts';
import type { ElementOfFile } from './labSchema.ts';
import { resolveSizes } from './resolveSizes.ts';

type VmOfFile = Extract<ElementOfFile, { kind: 'vm' }>;

export function resolveVm(
  name: string,
  element: VmOfFile,
  networks: readonly Attachment[],
  context: ElementContext,
): VmElement {
  const path = ['elements', name];
  const image = checkImageKind('vm', element.image, [...path, 'image'], context);
  return {
    kind: 'vm',
    image: element.image,
    ...resolveSizes(element, image, path, context.report),
    networks,
    firmware: element.firmware,
  };
}
