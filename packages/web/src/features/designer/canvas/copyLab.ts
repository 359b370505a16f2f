import { parse, stringify } from 'yaml';

interface WrittenLab {
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly elements?: Readonly<Record<string, { readonly on?: string }>>;
}

/** Some elements of a lab as a lab of their own, with the networks that they are on. Undefined when there is none. */
export function copyLab(text: string, names: readonly string[]): string | undefined {
  const lab = parse(text) as WrittenLab;
  const elements = Object.entries(lab.elements ?? {}).filter(
    ([name, { on }]) => names.includes(name) || (on !== undefined && names.includes(on)),
  );
  // An app is nothing without its cluster, unless that is where it goes.
  if (elements.length === 0) return undefined;
  return stringify({
    version: 1,
    ...(lab.networks && { networks: lab.networks }),
    elements: Object.fromEntries(elements),
  });
}
