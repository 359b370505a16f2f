import { styleText } from 'node:util';
import type { State } from '@labcast/domain';

export type Style = 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold';

/** Colour on terminals that want it (NO_COLOR, FORCE_COLOR and redirection are respected), plain text elsewhere. */
export function paint(
  style: Style,
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  return styleText(style, text, { stream });
}

const looks: Readonly<Record<State, readonly [symbol: string, style: Style]>> = {
  ready: ['✔', 'green'],
  planned: ['○', 'dim'],
  waiting: ['○', 'yellow'],
  starting: ['▶', 'cyan'],
  updating: ['▶', 'cyan'],
  stopping: ['▶', 'cyan'],
  deleting: ['▶', 'cyan'],
  stopped: ['■', 'dim'],
  gone: ['□', 'dim'],
  attention: ['!', 'yellow'],
  failed: ['✖', 'red'],
  unknown: ['?', 'yellow'],
};

/** Symbol and word: colour never says it alone. */
export function formatState(state: State, stream: NodeJS.WriteStream = process.stdout): string {
  const [symbol, style] = looks[state];
  return paint(style, `${symbol} ${state}`, stream);
}
