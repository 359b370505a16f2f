import type { Blueprint, Element } from '@labcast/domain';
import { useMemo } from 'react';
import { useDesign } from '../design/Design.ts';
import { readWrittenLab } from './writtenLab.ts';

/** What every part of the panel looks at. */
export function usePanel() {
  const design = useDesign();
  const { text, appliedBlueprint, blueprint, mayEdit, problems } = design;
  const written = useMemo(() => readWrittenLab(text), [text]);
  return {
    design,
    written,
    /** A file with problems can only be corrected in its text. */
    isLocked: !mayEdit || problems.length > 0,
    find: (name: string): Element | undefined => findIn(blueprint, name),
    findApplied: (name: string): Element | undefined => findIn(appliedBlueprint, name),
  };
}

export type Panel = ReturnType<typeof usePanel>;

function findIn({ elements }: Blueprint, name: string): Element | undefined {
  return Object.hasOwn(elements, name) ? elements[name] : undefined;
}
