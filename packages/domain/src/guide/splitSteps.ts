/** One step of the instructions. */
export interface GuideStep {
  readonly title: string;
  /** Markdown, without its heading. */
  readonly text: string;
}

export interface Guide {
  /** What stands before the first step. */
  readonly intro: string;
  readonly steps: readonly GuideStep[];
}

/** Parts instructions at their headings of the second level; what is in a block of code is no heading. */
export function splitSteps(instructions: string): Guide {
  const intro: string[] = [];
  const steps: { title: string; lines: string[] }[] = [];
  let fence: string | undefined;
  for (const line of instructions.split(/\r?\n/)) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    const isFence = mark !== undefined && (fence === undefined || mark.startsWith(fence));
    if (isFence) fence = fence === undefined ? mark : undefined;
    const [, title] = /^## +(.*?)(?: +#+)? *$/.exec(line) ?? [];
    if (fence === undefined && title !== undefined) steps.push({ title, lines: [] });
    else (steps.at(-1)?.lines ?? intro).push(line);
  }
  return {
    intro: intro.join('\n').trim(),
    steps: steps.map(({ title, lines }) => ({ title, text: lines.join('\n').trim() })),
  };
}
