import type { ClassView, RolloutRequest } from '@labcast/api-client';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rolloutPlanQuery } from '../../../api/class.ts';
import { nextStart } from './nextStart.ts';

export type When = 'now' | 'open' | 'at';

/** What is chosen before a deploy. */
export interface Deployment {
  /** Of the course; the alternative are numbered places. */
  readonly isRoster: boolean;
  /** Of the course only so many, the first ones; undefined for all. */
  readonly most?: number | undefined;
  readonly places: number;
  readonly when: When;
  readonly startsAt: string | undefined;
  readonly hasCanary: boolean;
}

const usualPlaces = 30;

/** The choices before a deploy, how many people wait for a lab, and what it would take. */
export function useDeployment(assignment: string, { students, release }: ClassView) {
  const inCourse = students.filter(
    ({ state, people }) => state === 'not-deployed' && people.length > 0,
  );
  const waiting = inCourse.length;
  const [chosen, setChosen] = useState<Deployment>({
    isRoster: waiting > 0,
    places: usualPlaces,
    when: 'now',
    startsAt: undefined,
    hasCanary: true,
  });
  const { most = waiting } = chosen;
  const count = chosen.isRoster ? Math.min(most, waiting) : chosen.places;
  const course =
    count < waiting
      ? { people: inCourse.slice(0, count).flatMap(({ people }) => people.map(({ id }) => id)) }
      : { roster: true };
  const who = chosen.isRoster ? course : { students: chosen.places };
  const [places] = useDebouncedValue(chosen.places, 250);
  const asked = chosen.isRoster ? course : { students: places };
  const plan = useQuery({
    ...rolloutPlanQuery(assignment, { kind: 'deploy', ...asked, canary: true, when: 'now' }),
    enabled: count > 0,
  });
  const fits = plan.data?.fits ?? true;
  const request: RolloutRequest = {
    kind: 'deploy',
    ...(release && { release: release.number }),
    ...who,
    canary: chosen.hasCanary && count > 1,
    when: whenOf(chosen),
  };
  return {
    chosen,
    choose: (part: Partial<Deployment>) => setChosen((before) => complete({ ...before, ...part })),
    waiting,
    count,
    plan,
    request,
    isPossible: fits && count > 0,
  };
}

function whenOf({ when, startsAt }: Deployment): string {
  if (when === 'now') return 'now';
  return when === 'open' ? 'at-first-open' : (startsAt ?? 'now');
}

/** Whoever chooses a time begins from one that makes sense. */
function complete(chosen: Deployment): Deployment {
  return chosen.when === 'at' && chosen.startsAt === undefined
    ? { ...chosen, startsAt: nextStart(Date.now()) }
    : chosen;
}
