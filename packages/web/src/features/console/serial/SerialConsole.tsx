import type { ConsolePaneProps } from '../consolePane.ts';

export default function SerialConsole(_: ConsolePaneProps) {
  return null;
}
