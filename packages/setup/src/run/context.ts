import type { Settings } from '../settings/settings.ts';
import type { RunCommand } from './command.ts';
import type { SetupLog } from './setupLog.ts';

/** What every step works with. */
export interface Context {
  readonly settings: Settings;
  readonly run: RunCommand;
  readonly log: SetupLog;
  /** Folder of the clone that this runs from. */
  readonly repository: string;
  readonly systemd: boolean;
}
