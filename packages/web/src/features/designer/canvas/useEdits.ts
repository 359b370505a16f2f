import { editLab, parseBlueprint, type LabEdit } from '@labcast/domain';
import { useMemo } from 'react';
import { useDesign, type Position } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { copyLab } from './copyLab.ts';
import { findFreePlace } from './findFreePlace.ts';
import { placeAll, sizeOf } from './placeAll.ts';

const clipboardKey = 'labcast-clipboard';
const { steps } = designText;

/** What can be done to what is selected. */
export interface Edits {
  readonly remove: (names: readonly string[]) => void;
  readonly copy: (names: readonly string[]) => void;
  readonly paste: () => void;
  readonly duplicate: (names: readonly string[]) => void;
  readonly connect: (element: string, network: string) => void;
  readonly disconnect: (element: string, network: string) => void;
  readonly insert: (text: string, label: string) => void;
}

export function useEdits(): Edits {
  const design = useDesign();
  return useMemo(() => {
    const { blueprint, edit, select, text, positions, images } = design;
    const insert = (lab: string, label: string, near: readonly string[] = []) => {
      const edits: LabEdit[] = [{ kind: 'insert-lab', text: lab }];
      const parsed = parseBlueprint(editLab(text, edits), { file: '', catalogue: images });
      if (!('blueprint' in parsed)) {
        edit(edits, label);
        return;
      }
      const isNew = (name: string) => !Object.hasOwn(blueprint.elements, name);
      const made = Object.keys(parsed.blueprint.elements).filter(isNew);
      const { cards, rails } = placeAll(blueprint, positions);
      const placed: Record<string, Position> = {};
      const taken = [...cards.values(), ...rails.values()];
      if (near.length > 0)
        for (const [index, name] of made.entries()) {
          if (parsed.blueprint.elements[name]?.kind === 'app') continue;
          const beside = cards.get(near[index] ?? near[0] ?? '');
          if (!beside) continue;
          const size = sizeOf(parsed.blueprint, name);
          placed[name] = findFreePlace({ x: beside.x + 288, y: beside.y }, size, taken);
          taken.push({ ...placed[name], ...size });
        }
      edit(edits, label, placed);
      select(made);
    };
    return {
      insert: (lab, label) => insert(lab, label),
      remove(names) {
        const edits = names.map((name): LabEdit =>
          Object.hasOwn(blueprint.elements, name)
            ? { kind: 'remove-element', name }
            : { kind: 'remove-network', name },
        );
        // Elements first: a network that nothing is on any more can go.
        edits.sort((a) => (a.kind === 'remove-element' ? -1 : 1));
        edit(edits, steps.remove(names.join(', ')));
        select([]);
      },
      copy(names) {
        const lab = copyLab(text, names);
        if (lab !== undefined) localStorage.setItem(clipboardKey, lab);
      },
      paste() {
        const lab = localStorage.getItem(clipboardKey);
        if (lab !== null) insert(lab, steps.paste, design.selection);
      },
      duplicate(names) {
        const lab = copyLab(text, names);
        if (lab !== undefined) insert(lab, steps.duplicate, names);
      },
      connect: (element, network) =>
        edit([{ kind: 'attach', element, network }], steps.wire(element, network)),
      disconnect: (element, network) =>
        edit([{ kind: 'detach', element, network }], steps.unwire(element, network)),
    };
  }, [design]);
}
