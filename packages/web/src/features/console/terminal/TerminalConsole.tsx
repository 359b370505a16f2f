import type { ConsolePaneProps } from '../consolePane.ts';
import { attachTerminal } from './attachTerminal.ts';
import { TerminalPane, type TerminalSource } from './TerminalPane.tsx';

const shell: TerminalSource = { path: 'terminal', attach: attachTerminal };

/** A shell of a machine, the same one after every reconnection. */
export default function TerminalConsole(props: ConsolePaneProps) {
  return <TerminalPane {...props} source={shell} />;
}
