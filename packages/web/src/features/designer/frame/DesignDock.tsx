import { ConsoleDock } from '../../console/ConsoleDock.tsx';
import { mayEnter } from '../design/consolesToOpen.ts';
import { useDesign } from '../design/Design.ts';
import type { DesignAddress } from './useDesignAddress.ts';

/** The consoles of what is there: one of an element that is only just asked for opens as soon as the server knows it. */
export function DesignDock({ address }: { readonly address: DesignAddress }) {
  const design = useDesign();
  const isKnown = (name: string) =>
    design.generation > 0 && Object.hasOwn(design.appliedBlueprint.elements, elementOf(name));
  const known = address.consoles.filter(isKnown);
  const hidden = address.consoles.filter((name) => !isKnown(name) && isDrawn(name));
  function isDrawn(name: string): boolean {
    return Object.hasOwn(design.blueprint.elements, elementOf(name));
  }
  if (!mayEnter(design)) return null;
  return (
    <ConsoleDock
      address={design.address}
      elements={design.status?.elements ?? []}
      blueprint={design.blueprint}
      consoles={known}
      active={address.shown}
      opened={address.opened}
      onChange={(consoles, shown) => address.setConsoles([...consoles, ...hidden], shown)}
      place={address.dock}
      onPlaceChange={address.setDock}
    />
  );
}

function elementOf(console: string): string {
  return console.slice(0, console.indexOf('.'));
}
