import type { ConsolePaneProps } from '../consolePane.ts';

export default function LogsConsole(_: ConsolePaneProps) {
  return null;
}
