import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import { CommandError } from '../commandError.ts';
import { environmentName } from '../environmentName.ts';
import { createJudge } from './createJudge.ts';
import { followEnvironment } from './followEnvironment.ts';
import { startProgress } from './progress.ts';

export interface Waited {
  readonly outcome: 'reached' | 'failed';
  readonly view: EnvironmentView;
  readonly durationMs: number;
}

/**
 * Waits until what was asked for is reached or has failed, and shows the steps. Throws `interrupted` on Ctrl-C: the work
 * itself goes on in the server.
 */
export async function waitForEnvironment(
  client: ApiClient,
  asked: EnvironmentView,
  json: boolean,
): Promise<Waited> {
  const start = Date.now();
  const judge = createJudge(asked);
  const done = new AbortController();
  const progress = await startProgress(asked, json);
  let last = asked;
  let outcome: Waited['outcome'] | undefined;
  let isInterrupted = false;
  const interrupt = (): void => {
    isInterrupted = true;
    done.abort();
  };
  process.once('SIGINT', interrupt);
  try {
    await followEnvironment(
      client,
      asked,
      {
        view(view) {
          if (done.signal.aborted) return;
          if (view.id === asked.id) {
            last = view;
            progress.show(view);
          }
          const judged = judge(view);
          if (judged === 'going-on') return;
          outcome = judged;
          done.abort();
        },
        away: () => progress.note('The server does not answer, trying again.'),
        back: () => progress.note('The server answers again.'),
      },
      done.signal,
    );
  } finally {
    process.off('SIGINT', interrupt);
    progress.end();
  }
  if (isInterrupted || outcome === undefined) throw interrupted(last);
  return { outcome, view: last, durationMs: Date.now() - start };
}

function interrupted(view: EnvironmentView): CommandError {
  const name = environmentName(view);
  const onward =
    view.wanted === 'absent'
      ? `See how it ends: labcast receipt ${view.assignment}`
      : `Watch it: labcast status ${name} --watch. Remove it: labcast destroy ${view.assignment}`;
  return new CommandError('interrupted', 'The work goes on without this command.', {
    remedy: onward,
  });
}
