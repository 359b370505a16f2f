import type { EnvironmentView } from '@labcast/api-client';

type Status = EnvironmentView['status'];

const at = '2026-01-02T03:04:05.000Z';

/** An environment as the server tells it: a web server that is ready, unless said otherwise. */
export function exampleView(
  changes: Partial<EnvironmentView> = {},
  status: Partial<Status> = {},
): EnvironmentView {
  return {
    assignment: 'webserver',
    environment: 'dev',
    id: 'environment-1',
    key: 'abcdefg',
    role: 'dev',
    type: 'webserver',
    wanted: 'running',
    generation: 1,
    blueprintGeneration: 1,
    clipboard: 'both',
    beforeDisks: [],
    settled: true,
    createdAt: at,
    updatedAt: at,
    ...changes,
    status: {
      state: 'ready',
      conditions: [],
      elements: [
        {
          name: 'cluster',
          kind: 'cluster',
          state: 'ready',
          addresses: ['10.10.0.10'],
          instances: ['abcdefg-cluster'],
        },
        {
          name: 'web',
          kind: 'app',
          state: 'ready',
          addresses: ['10.10.0.10'],
          instances: [],
          url: 'http://10.10.0.10:80/',
        },
      ],
      steps: [],
      attempts: 0,
      ...status,
    },
  };
}

/** Just asked for: nothing is known yet. */
export function acceptedView(): EnvironmentView {
  return exampleView({ settled: false }, { state: 'waiting', elements: [] });
}

/** On its way to ready, with one step done and one going on. */
export function startingView(changes: Partial<EnvironmentView> = {}): EnvironmentView {
  return exampleView(
    { settled: false, ...changes },
    {
      state: 'starting',
      steps: [
        { id: 'bridge', title: 'Make network lan', state: 'done', startedAt: at, endedAt: at },
        {
          id: 'start',
          title: 'Start cluster',
          state: 'running',
          startedAt: at,
          message: 'waiting for the image',
        },
      ],
    },
  );
}

export function failedView(changes: Partial<EnvironmentView> = {}): EnvironmentView {
  return exampleView(
    { settled: false, ...changes },
    {
      state: 'failed',
      attempts: 3,
      steps: [{ id: 'start', title: 'Start cluster', state: 'failed', startedAt: at, endedAt: at }],
      lastError: {
        code: 'storage-full',
        message: 'The storage pool is full.',
        remedy: 'Remove a lab.',
        at,
      },
    },
  );
}
