import { startsFromDisc } from '@labcast/domain';
import type { Design } from '../design/Design.ts';

type Context = Pick<Design, 'mayEdit' | 'appliedBlueprint' | 'images'>;

/** Whether somebody may take a disc out of what runs under that name: it is a machine that started from one. */
export function mayEject(name: string, { mayEdit, appliedBlueprint, images }: Context): boolean {
  const { elements } = appliedBlueprint;
  const element = Object.hasOwn(elements, name) ? elements[name] : undefined;
  return mayEdit && element !== undefined && startsFromDisc(element, images);
}
