import { Listr, PRESET_TIMER } from 'listr2';

/** One thing to do, with a title for people. */
export interface Step {
  readonly title: string;
  /**
   * May be repeated at any time. `report` shows what is happening now. What it returns is shown behind the title:
   * "12 packages", "there already".
   */
  readonly run: (report: (text: string) => void) => Promise<string | undefined>;
}

export interface StepFailure {
  readonly title: string;
  readonly error: unknown;
}

/** One after the other until one fails; returns that one. On a terminal with spinners, else as dated lines. */
export async function runSteps(
  steps: readonly Step[],
  output: { terminal: boolean; print: (line: string) => void; log: (line: string) => void },
): Promise<StepFailure | undefined> {
  return output.terminal ? runOnTerminal(steps, output) : runAsLines(steps, output);
}

async function runOnTerminal(
  steps: readonly Step[],
  output: { log: (line: string) => void },
): Promise<StepFailure | undefined> {
  let failure: StepFailure | undefined;
  const list = new Listr(
    steps.map((step) => ({
      title: step.title,
      task: async (_context: unknown, task: { title: string; output: string }) => {
        output.log(`== ${step.title}`);
        try {
          const detail = await step.run((text) => {
            task.output = text;
          });
          if (detail !== undefined) task.title = `${step.title}: ${detail}`;
          output.log(`== ${step.title}: ${detail ?? 'done'}`);
        } catch (error) {
          failure = { title: step.title, error };
          throw error;
        }
      },
    })),
    {
      registerSignalListeners: false,
      rendererOptions: { timer: PRESET_TIMER, collapseErrors: true, showErrorMessage: false },
    },
  );
  await list.run().catch(() => undefined);
  return failure;
}

/** Nobody should wonder for longer whether it goes on. */
const longestSilenceMs = 60_000;

/** A line when a step begins, at most one every ten seconds and at least one every minute while it lasts, and one with its time. */
async function runAsLines(
  steps: readonly Step[],
  output: { print: (line: string) => void; log: (line: string) => void },
): Promise<StepFailure | undefined> {
  const say = (line: string): void => {
    output.print(`${new Date().toTimeString().slice(0, 8)} ${line}`);
    output.log(`== ${line}`);
  };
  for (const [index, step] of steps.entries()) {
    const place = `[${String(index + 1)}/${String(steps.length)}]`;
    const startedAt = performance.now();
    const seconds = (): string => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
    say(`${place} ${step.title}`);
    let lastSaid = performance.now();
    let doing = step.title;
    const sayAgain = (): void => {
      lastSaid = performance.now();
      stillDoing.refresh();
      say(`${place} ... ${doing} (${seconds()})`);
    };
    const stillDoing = setInterval(sayAgain, longestSilenceMs);
    try {
      const detail = await step.run((text) => {
        output.log(text);
        doing = text;
        if (performance.now() - lastSaid >= 10_000) sayAgain();
      });
      say(`${place} done in ${seconds()}${detail === undefined ? '' : `: ${detail}`}`);
    } catch (error) {
      say(`${place} failed after ${seconds()}`);
      return { title: step.title, error };
    } finally {
      clearInterval(stillDoing);
    }
  }
  return undefined;
}
