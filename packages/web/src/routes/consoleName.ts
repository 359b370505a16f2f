/** A console in an address: `web.terminal`, or `web.terminal-2` for a second shell of the same machine. */
export interface ConsoleName {
  readonly element: string;
  readonly kind: 'terminal';
  /** Counts from 1. */
  readonly number: number;
}

const written = /^([a-z][a-z0-9-]*)\.(terminal)(?:-([2-9]|[1-9]\d))?$/;

export function parseConsoleName(text: string): ConsoleName | undefined {
  const [, element, kind, number] = written.exec(text) ?? [];
  if (element === undefined || kind === undefined) return undefined;
  return { element, kind: 'terminal', number: Number(number ?? 1) };
}

export function writeConsoleName({ element, kind, number }: ConsoleName): string {
  return `${element}.${kind}${number === 1 ? '' : `-${number}`}`;
}
