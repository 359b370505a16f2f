import { once } from 'node:events';
import type { ExecTunnel } from '@labcast/incus';
import type { RouteDeps } from '../deps.ts';
import { joinExec, tell } from '../tunnels/serveExec.ts';
import { asUser, readScript } from './asUser.ts';
import { closeCodes } from './closeCodes.ts';
import type { Ending } from './closeCodes.ts';
import type { ConsolePlace } from './findConsole.ts';
import type { Viewing } from './serveConsole.ts';
import { whyEnded } from './whyEnded.ts';

export interface TerminalOptions {
  /** Which of the element's shells. */
  readonly session: number;
  readonly columns: number;
  readonly rows: number;
  /** Whether what was written before comes first, for a page that has nothing of it yet. */
  readonly withHistory: boolean;
}

const script = readScript('terminal.sh');
const plainShell = 'exec "$SHELL" -l';
/** Exit codes of `terminal.sh`. */
const hasNoTmux = 69;
const hasNoSession = 70;
/** A shell's code for a command that was killed is above this. */
const killed = 128;

/** A shell that outlives its viewers; a plain one, with a note, where tmux is missing. */
export async function joinTerminal(
  { incus }: Pick<RouteDeps, 'incus'>,
  { socket, frames, place, mode }: Viewing,
  options: TerminalOptions,
): Promise<Ending> {
  const mayType = mode === 'control';
  let tunnel = await open(incus, place, options, terminalCommand(place, mode, options));
  const refusal = await exitWithoutOutput(tunnel);
  if (refusal === hasNoSession) {
    return { code: closeCodes.gone, reason: `Nobody has opened this terminal of ${place.name}.` };
  }
  if (refusal === hasNoTmux) {
    await tell(socket, {
      note: 'This machine has no tmux: the shell ends with this window. Install tmux to come back to it.',
    });
    tunnel = await open(incus, place, options, asUser(place.user, plainShell));
  }
  const exit = await joinExec(socket, frames, tunnel, mayType);
  if (exit === undefined) return { code: closeCodes.ended, reason: '' };
  const why = exit === 0 ? undefined : await whyEnded(incus, place, socket);
  if (why) return why;
  if (exit > killed)
    return { code: closeCodes.restarting, reason: 'The terminal was interrupted.' };
  await tell(socket, { exit });
  return { code: closeCodes.ended, reason: 'The shell ended.' };
}

function terminalCommand(
  place: ConsolePlace,
  mode: string,
  { session, withHistory }: TerminalOptions,
): string[] {
  const history = withHistory ? '1' : '0';
  return asUser(place.user, script, `labcast-${String(session)}`, mode, history);
}

function open(
  incus: RouteDeps['incus'],
  { instance }: ConsolePlace,
  { columns, rows }: TerminalOptions,
  command: readonly string[],
): Promise<ExecTunnel> {
  const environment = { TERM: 'xterm-256color' };
  return incus.openExec(instance, { command, environment }, { columns, rows });
}

/** Undefined once there is output; else the code with which it ended without any. */
async function exitWithoutOutput({ stdout, exitCode }: ExecTunnel): Promise<number | undefined> {
  if (!stdout.readableEnded) await once(stdout, 'readable');
  return stdout.readableLength > 0 ? undefined : exitCode;
}
