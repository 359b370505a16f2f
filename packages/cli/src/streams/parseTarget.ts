import { wrongUse } from '../commandError.ts';

export interface ForwardTarget {
  readonly element: string;
  readonly port: number;
}

/** `web:80`. Throws wrong use for anything else. */
export function parseTarget(text: string): ForwardTarget {
  const [, element, portText] = /^([a-z0-9][a-z0-9-]*):(\d+)$/.exec(text) ?? [];
  const port = parsePort(portText ?? '', 1);
  if (element === undefined || port === undefined) {
    throw wrongUse(`${JSON.stringify(text)} is not element:port.`, 'Write for example web:80.');
  }
  return { element, port };
}

/** Undefined when it is not a whole number from `lowest` to 65535. */
export function parsePort(text: string, lowest: number): number | undefined {
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= lowest && port <= 65_535 ? port : undefined;
}
