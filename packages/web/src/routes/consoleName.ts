export const consoleKinds = ['terminal', 'screen', 'serial', 'page', 'files', 'logs'] as const;
export type ConsoleKind = (typeof consoleKinds)[number];

/** A console in an address: `web.terminal`, `vm.screen`, or `web.terminal-2` for a second shell of the same machine. */
export interface ConsoleName {
  readonly element: string;
  readonly kind: ConsoleKind;
  /** Counts from 1; more than one there is only of terminals. */
  readonly number: number;
}

const written =
  /^([a-z][a-z0-9-]*)\.(?:(screen|serial|page|files|logs)|(terminal)(?:-([2-9]|[1-9]\d))?)$/;

export function parseConsoleName(text: string): ConsoleName | undefined {
  const [, element, kind, terminal, number] = written.exec(text) ?? [];
  if (element === undefined) return undefined;
  return { element, kind: (kind ?? terminal) as ConsoleKind, number: Number(number ?? 1) };
}

export function writeConsoleName({ element, kind, number }: ConsoleName): string {
  return `${element}.${kind}${number === 1 ? '' : `-${number}`}`;
}
