import { parseBlueprint, type Blueprint, type Problem } from '@labcast/domain';
import type { Image } from './Design.ts';

export interface ParsedLab {
  readonly blueprint: Blueprint | undefined;
  readonly problems: readonly Problem[];
}

/** Reads texts with the images of this server, each text once. */
export function createLabParser(images: readonly Image[]): (text: string) => ParsedLab {
  const read = new Map<string, ParsedLab>();
  return (text) => {
    const known = read.get(text);
    if (known) return known;
    const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: images });
    const lab =
      'blueprint' in parsed
        ? { blueprint: parsed.blueprint, problems: [] }
        : { blueprint: undefined, problems: parsed.problems };
    // The draft, what is applied, and a few that are tried.
    if (read.size > 8) read.clear();
    read.set(text, lab);
    return lab;
  };
}
