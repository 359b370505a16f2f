import type { Assignment } from './design.ts';
import { callApi } from './api.ts';
import { eventually } from './views.ts';

interface Run {
  readonly number: number;
  readonly state: string;
  readonly release?: number;
  readonly stages: readonly { readonly name: string; readonly message?: string }[];
}

/** A lab of two machines whose check asks for what its own command has written, or for something else. */
export function labWithCheck(expected: string): string {
  return `version: 1
title: One page
elements:
  web:
    kind: container
    image: debian-12
    memory: 256MiB
    run: ["echo hello > /etc/page"]
  db: { kind: container, image: debian-12, memory: 256MiB }
checks:
  - name: page says it
    on: web
    run: cat /etc/page
    expect: { output: ${expected} }
`;
}

/** Waits until an environment is as wanted. */
export function isReady({ slug }: Assignment, environment: string): Promise<unknown> {
  return eventually(
    `${environment} is ready`,
    () =>
      callApi<{ settled: boolean; status: { state: string } }>(
        'GET',
        `/environments/${slug}/${environment}`,
      ),
    ({ settled, status }) => settled && status.state === 'ready',
    240_000,
  );
}

/** A run at its end, however it ended. */
export function untilRunEnds(
  { slug }: Assignment,
  number: number,
  limitMs = 240_000,
): Promise<Run> {
  return eventually(
    `run ${number} ends`,
    () => callApi<Run>('GET', `/assignments/${slug}/runs/${number}`),
    ({ state }) => ['passed', 'failed', 'cancelled'].includes(state),
    limitMs,
  );
}

/** Sends dev through the pipeline, to a release. */
export async function makeRelease(assignment: Assignment, limitMs?: number): Promise<number> {
  const { slug } = assignment;
  const { number } = await callApi<Run>('POST', `/assignments/${slug}/runs`, { students: 3 });
  const { release, ...run } = await untilRunEnds(assignment, number, limitMs);
  if (release === undefined) throw new Error(`No release: ${JSON.stringify(run)}`);
  return release;
}
