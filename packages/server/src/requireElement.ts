import { LabcastError } from '@labcast/domain';
import type { Blueprint, Element } from '@labcast/domain';

/** Throws `element-not-found`. */
export function requireElement(blueprint: Blueprint, name: string): Element {
  const element = Object.hasOwn(blueprint.elements, name) ? blueprint.elements[name] : undefined;
  if (element) return element;
  throw new LabcastError('element-not-found', `There is no element ${name} in this lab.`, {
    remedy: `It has ${Object.keys(blueprint.elements).join(', ')}.`,
  });
}
