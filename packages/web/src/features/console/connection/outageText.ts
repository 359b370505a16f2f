import { printDuration } from '../../../components/printDuration.ts';
import type { Line, Outage } from './line.ts';

interface OutageWords {
  readonly title: string;
  readonly text?: string;
}

/** What happened, to what, and what comes next. `age` is how long the picture is old. */
export function describeOutage(outage: Outage, element: string, age: string): OutageWords {
  switch (outage.kind) {
    case 'network':
      return { title: `Connection lost ${age} ago.`, text: 'The machine keeps running.' };
    case 'server-away':
      return {
        title: `The Labcast server has not answered for ${age}.`,
        text: 'It may be restarting. The machine keeps running.',
      };
    case 'server-restarting':
      return {
        title: `The Labcast server went down to restart ${age} ago.`,
        text: 'The machine keeps running; you come back to where you were.',
      };
    case 'machine-busy':
      return {
        title: `${element} is not up yet.`,
        text: outage.reason === undefined ? 'It is being started.' : `Now: ${outage.reason}`,
      };
    case 'machine-stopped':
      return { title: `${element} is stopped.`, text: outage.reason ?? 'The work in it is kept.' };
    case 'machine-failed':
      return {
        title: `${element} has failed.`,
        text: outage.reason ?? 'Its log says more.',
      };
    case 'signed-out':
      return { title: 'You are signed out.', text: 'Sign in to come back to this console.' };
    case 'not-permitted':
      return {
        title: 'You are not permitted in here.',
        text: 'Consoles of dev and prod are for instructors. Was your role changed? An instructor of the course can give it back.',
      };
    case 'gone':
      return {
        title: outage.reason ?? `${element} is not in this lab any more.`,
        ...(outage.reason === undefined && { text: 'It was deleted or renamed.' }),
      };
    case 'ended':
      return { title: 'The shell has ended.', text: 'You left it by "exit" or Ctrl+D.' };
    case 'error':
      return {
        title: outage.message,
        ...(outage.remedy !== undefined && { text: outage.remedy }),
      };
  }
}

export const outageText = {
  tryNow: 'Try now',
  details: 'Details',
  newShell: 'New shell',
  start: (element: string) => `Start ${element}`,
  starting: 'Starting',
  log: 'Log',
  signIn: 'Sign in',
  trying: 'Trying now.',
  next: (seconds: number) => `Trying again in ${seconds} s.`,
  dropped: 'What you type meanwhile is dropped.',
  byItself: 'This console opens by itself.',
} as const;

/** `Trying again in 2 s.`; undefined when nothing is tried. */
export function describeNextTry(line: Line, now: number): string | undefined {
  const kind = line.phase === 'open' ? undefined : line.outage?.kind;
  if (kind === undefined || kind === 'machine-stopped' || kind === 'machine-failed')
    return undefined;
  if (kind === 'machine-busy') return outageText.byItself;
  if (line.phase === 'connecting') return outageText.trying;
  if (line.phase === 'open' || line.retryAt === undefined) return undefined;
  return outageText.next(Math.max(1, Math.ceil((line.retryAt - now) / 1000)));
}

export function lineAge(line: Line, now: number): string {
  return printDuration(now - line.since);
}
