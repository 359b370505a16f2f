import type { ConsolePaneProps } from '../consolePane.ts';

export default function FilesConsole(_: ConsolePaneProps) {
  return null;
}
