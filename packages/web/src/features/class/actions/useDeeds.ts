import type { ClassAction } from '@labcast/api-client';
import { useState } from 'react';
import { useClassAction } from '../../../api/class.ts';
import { openConsoleWindow } from '../../console/dock/openConsoleWindow.ts';

export type Question = 'message' | 'reset' | 'extend' | 'stop' | 'roll-back' | 'delete';

export interface Asked {
  readonly question: Question;
  readonly environments: readonly string[];
  /** Of a reset that is about some of them; all when left out. */
  readonly elements?: readonly string[];
}

export interface Deeds {
  readonly assignment: string;
  readonly mayChange: boolean;
  readonly act: (action: ClassAction) => void;
  /** Opens the dialog for a deed that needs a word first. */
  readonly ask: (
    question: Question,
    environments: readonly string[],
    elements?: readonly string[],
  ) => void;
  readonly asked: Asked | undefined;
  readonly close: () => void;
  readonly openConsoles: (environments: readonly string[]) => void;
  readonly answer: ReturnType<typeof useClassAction>;
}

/** More windows at once nobody can look at, and browsers refuse them. */
const mostWindows = 6;

/** What can be done to students' labs, one or many. `firstElement` is the one whose terminal is opened. */
export function useDeeds(
  assignment: string,
  { mayChange, firstElement }: { mayChange: boolean; firstElement: string | undefined },
): Deeds {
  const [asked, setAsked] = useState<Deeds['asked']>();
  const answer = useClassAction(assignment);
  return {
    assignment,
    mayChange,
    asked,
    answer,
    act: (action) => answer.mutate(action, { onSuccess: () => setAsked(undefined) }),
    ask: (question, environments, elements) => {
      answer.reset();
      setAsked({ question, environments, ...(elements && { elements }) });
    },
    close: () => setAsked(undefined),
    openConsoles: (environments) => {
      if (firstElement === undefined) return;
      for (const environment of environments.slice(0, mostWindows))
        openConsoleWindow({
          assignment,
          environment,
          console: { element: firstElement, kind: 'terminal', number: 1 },
        });
    },
  };
}
