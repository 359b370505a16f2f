import { parseConsoleName, writeConsoleName, type ConsoleName } from './consoleName.ts';

/** One console alone in a window: `/c/firewall-4f2c.dev/web/terminal-2`. */
export interface ConsoleAddress {
  readonly assignment: string;
  readonly environment: string;
  readonly console: ConsoleName;
}

export interface ConsoleParams {
  readonly environment: string;
  readonly element: string;
  readonly console: string;
}

/** A short name of an assignment has no dot, so the first one ends it. */
export function parseConsoleAddress(params: ConsoleParams): ConsoleAddress | undefined {
  const [, assignment, environment] = /^([^.]+)\.(.+)$/.exec(params.environment) ?? [];
  const console = parseConsoleName(`${params.element}.${params.console}`);
  if (assignment === undefined || environment === undefined || !console) return undefined;
  return { assignment, environment, console };
}

export function writeConsoleAddress(address: ConsoleAddress): ConsoleParams {
  const { assignment, environment, console } = address;
  return {
    environment: `${assignment}.${environment}`,
    element: console.element,
    console: writeConsoleName(console).slice(console.element.length + 1),
  };
}
