import type { ConsolePaneProps } from '../consolePane.ts';
import { consoleText } from '../consoleText.ts';
import { TerminalPane, type TerminalSource } from '../terminal/TerminalPane.tsx';
import { attachSerial } from './attachSerial.ts';

const serial: TerminalSource = {
  path: 'serial',
  attach: attachSerial,
  // Nothing tells a machine how wide the terminal at its serial line is.
  columns: 80,
  hint: consoleText.serial.hint,
};

/** The serial line of a virtual machine: its boot from the first message on, and a login. */
export default function SerialConsole(props: ConsolePaneProps) {
  return <TerminalPane {...props} source={serial} />;
}
