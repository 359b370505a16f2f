import type { Attachment, ContainerElement } from './blueprint.ts';
import { checkImageKind } from './checkImageKind.ts';
import type { ElementContext } from './elementContext.ts';
import type { ElementOfFile } from './labSchema.ts';
import { resolveFiles } from './resolveFiles.ts';
import { resolveSizes } from './resolveSizes.ts';

type ContainerOfFile = Extract<ElementOfFile, { kind: 'container' }>;

export function resolveContainer(
  name: string,
  element: ContainerOfFile,
  networks: readonly Attachment[],
  context: ElementContext,
): ContainerElement {
  const path = ['elements', name];
  const image = checkImageKind('machine', element.image, [...path, 'image'], context);
  return {
    kind: 'container',
    image: element.image,
    ...resolveSizes(element, image, path, context.report),
    networks,
    files: resolveFiles(name, element.files, context.report),
    run: element.run,
    ports: element.ports,
  };
}
