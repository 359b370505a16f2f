import type { RolloutRequest } from '@labcast/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rolloutPlanQuery, useRollOut } from '../../../api/class.ts';

/** What becomes of an element that the release changes and the student has worked in. */
export const choices = ['keep', 'replace', 'script'] as const;
export type Choice = (typeof choices)[number];

export interface UpdateDraft {
  readonly usual: Choice;
  /** Of single students, by environment. */
  readonly others: Readonly<Record<string, Choice>>;
  readonly script: string;
  readonly hasCanary: boolean;
  /** Each student takes it when it suits. */
  readonly isOffered: boolean;
}

interface Update {
  readonly assignment: string;
  readonly release: number;
  /** Undefined for all that are there. */
  readonly environments: readonly string[] | undefined;
}

/** The choices of an update, what they lead to for each student, and the deed. */
export function useUpdate({ assignment, release, environments }: Update) {
  const [draft, setDraft] = useState<UpdateDraft>({
    usual: 'keep',
    others: {},
    script: '',
    hasCanary: true,
    isOffered: false,
  });
  const rollOut = useRollOut(assignment);
  const needsScript = [draft.usual, ...Object.values(draft.others)].includes('script');
  const asked: RolloutRequest = {
    kind: 'update',
    release,
    ...(environments && { environments: [...environments] }),
    canary: draft.hasCanary && !draft.isOffered,
    when: draft.isOffered ? 'at-first-open' : 'now',
    choices: { default: draft.usual, environments: { ...draft.others } },
  };
  // The plan asks for a script as the deed does; what it says makes no difference to the plan.
  const plan = useQuery(
    rolloutPlanQuery(assignment, { ...asked, ...(needsScript && { script: 'true' }) }),
  );
  return {
    draft,
    change: (part: Partial<UpdateDraft>) => setDraft((before) => ({ ...before, ...part })),
    plan,
    needsScript,
    isWritten: !needsScript || draft.script.trim() !== '',
    rollOut,
    start: (onSuccess: () => void) =>
      rollOut.mutate(
        {
          ...asked,
          ...(needsScript && { script: draft.script }),
        },
        { onSuccess },
      ),
  };
}

/** With the choice for one student, or without: then what was chosen for all holds. */
export function withChoice(
  others: UpdateDraft['others'],
  environment: string,
  choice: Choice | undefined,
): UpdateDraft['others'] {
  const rest = Object.entries(others).filter(([name]) => name !== environment);
  return Object.fromEntries(choice === undefined ? rest : [...rest, [environment, choice]]);
}
