import { parse } from 'yaml';

type Fields = Readonly<Record<string, unknown>>;

/** lab.yaml as it is written, without defaults: tells what a person chose from what the image recommends. */
export interface WrittenLab {
  readonly element: (name: string) => Fields;
  readonly checks: readonly Fields[];
  readonly title: string;
  readonly instructions: string;
  /** Of its elements. */
  readonly names: readonly string[];
}

/** Of a text that may be no YAML at all; then nothing is written. */
export function readWrittenLab(text: string): WrittenLab {
  const lab = asFields(parseOrNothing(text));
  const elements = asFields(lab.elements);
  return {
    element: (name) => asFields(Object.hasOwn(elements, name) ? elements[name] : undefined),
    checks: Array.isArray(lab.checks) ? lab.checks.map(asFields) : [],
    title: typeof lab.title === 'string' ? lab.title : '',
    instructions: typeof lab.instructions === 'string' ? lab.instructions : '',
    names: Object.keys(elements),
  };
}

function parseOrNothing(text: string): unknown {
  try {
    return parse(text, { schema: 'core', logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

export const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** Whether the element has a fixed address on the network. */
export function writtenAddress(element: Fields, network: string): string | undefined {
  const networks = Array.isArray(element.networks) ? element.networks.map(asFields) : [];
  const address = networks.find(({ name }) => name === network)?.address;
  return typeof address === 'string' ? address : undefined;
}
