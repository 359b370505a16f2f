import type { ConsolePaneProps } from '../consolePane.ts';

export default function ScreenConsole(_: ConsolePaneProps) {
  return null;
}
