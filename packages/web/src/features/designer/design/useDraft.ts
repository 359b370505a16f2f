import { diffBlueprints, splitDraft, type Blueprint, type Change } from '@labcast/domain';
import { useMemo, useRef } from 'react';
import type { DesignState } from './designState.ts';
import type { ParsedLab } from './parseLab.ts';

interface Draft {
  readonly blueprint: Blueprint;
  readonly appliedBlueprint: Blueprint;
  readonly problems: ParsedLab['problems'];
  readonly pending: readonly Change[];
  /** What may be applied without asking; undefined when nothing may. */
  readonly now: string | undefined;
}

const nothing: Blueprint = { version: 1, networks: {}, elements: {}, checks: [] };

/** What the texts of a design mean. */
export function useDraft(
  { text, appliedText, generation }: DesignState,
  parse: (text: string) => ParsedLab,
  collectsAll: boolean,
): Draft {
  const lastGood = useRef<Blueprint>(undefined);
  return useMemo(() => {
    const draft = parse(text);
    const applied = parse(appliedText).blueprint ?? nothing;
    if (draft.blueprint) lastGood.current = draft.blueprint;
    // A page that opened with a draft that cannot be read has seen no other yet.
    const blueprint = draft.blueprint ?? lastGood.current ?? applied;
    const common = { blueprint, appliedBlueprint: applied, problems: draft.problems };
    if (!draft.blueprint) return { ...common, pending: [], now: undefined };
    const isUnmade = generation === 0;
    // Before the first element there is nothing that could be lost, and nothing to make.
    if (isUnmade && Object.keys(blueprint.elements).length === 0)
      return { ...common, pending: [], now: undefined };
    if (collectsAll) {
      const pending = diffBlueprints(isUnmade ? nothing : applied, blueprint);
      return { ...common, pending, now: undefined };
    }
    if (isUnmade) return { ...common, pending: [], now: text };
    const { now, waiting } = splitDraft(appliedText, text, (one) => parse(one).blueprint);
    return { ...common, pending: waiting, now };
  }, [text, appliedText, generation, parse, collectsAll]);
}
