import type { ConsolePaneProps } from '../consolePane.ts';

export default function PageConsole(_: ConsolePaneProps) {
  return null;
}
