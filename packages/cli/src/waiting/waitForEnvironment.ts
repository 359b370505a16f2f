import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import { CommandError } from '../commandError.ts';
import { environmentName } from '../environmentName.ts';
import { createJudge } from './createJudge.ts';
import { followEnvironment } from './followEnvironment.ts';
import { startProgress } from './progress.ts';
import { removalHint } from './removalHint.ts';

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
  const seen: { view: EnvironmentView; outcome?: Waited['outcome'] } = { view: asked };
  // Without an outcome, that is how an interruption is told.
  const interrupt = (): void => done.abort();
  process.once('SIGINT', interrupt);
  try {
    await followEnvironment(
      client,
      asked,
      {
        view(view) {
          if (done.signal.aborted) return;
          if (view.id === asked.id) {
            seen.view = view;
            progress.show(view);
          }
          const judged = judge(view);
          if (judged === 'going-on') return;
          seen.outcome = judged;
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
  if (seen.outcome === undefined) throw interrupted(seen.view);
  return { outcome: seen.outcome, view: seen.view, durationMs: Date.now() - start };
}

function interrupted(view: EnvironmentView): CommandError {
  const name = environmentName(view);
  const onward =
    view.wanted === 'absent'
      ? `See how it ends: labcast receipt ${view.assignment}`
      : `Watch it: labcast status ${name} --watch\n${removalHint(view)}`;
  return new CommandError('interrupted', 'The work goes on without this command.', {
    remedy: onward,
  });
}
