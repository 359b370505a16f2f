import {
  consolesOf,
  type Blueprint,
  type CatalogueImage,
  type ElementStatus,
} from '@labcast/domain';
import {
  parseConsoleName,
  writeConsoleName,
  type ConsoleKind,
} from '../../../routes/consoleName.ts';

export interface ElementConsoles {
  readonly element: string;
  readonly kinds: readonly ConsoleKind[];
}

/** What can be opened in a lab. An element that the file no longer has still has its consoles until it is gone. */
export function listConsoles(
  elements: readonly Pick<ElementStatus, 'name' | 'kind'>[],
  blueprint: Pick<Blueprint, 'elements'> | undefined,
  images: readonly Pick<CatalogueImage, 'name' | 'display'>[],
): readonly ElementConsoles[] {
  return elements.map(({ name, kind }) => {
    const written = blueprint?.elements[name];
    const image =
      written && 'image' in written
        ? images.find((each) => each.name === written.image)
        : undefined;
    return { element: name, kinds: consolesOf(written ?? { kind }, image) };
  });
}

/** The next terminal of an element that is not open yet: `web.terminal`, `web.terminal-2`. */
export function nextTerminal(element: string, open: readonly string[]): string {
  const taken = open
    .map(parseConsoleName)
    .filter((name) => name?.element === element && name.kind === 'terminal')
    .map((name) => name?.number);
  let number = 1;
  while (taken.includes(number)) number += 1;
  return writeConsoleName({ element, kind: 'terminal', number });
}
