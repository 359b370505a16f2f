import { FitAddon } from '@xterm/addon-fit';
import { SearchAddon } from '@xterm/addon-search';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { TerminalDeed } from './terminalKeys.ts';
import { terminalDeed } from './terminalKeys.ts';
import { terminalThemes, type TerminalThemeName } from './terminalThemes.ts';

export interface TerminalLook {
  readonly fontSize: number;
  readonly theme: TerminalThemeName;
  readonly isReadAloud: boolean;
}

export interface TerminalOptions {
  readonly look: TerminalLook;
  /** Undefined: as many as there is room for. */
  readonly columns?: number | undefined;
  readonly onDeed: (deed: TerminalDeed) => void;
}

export interface LabTerminal {
  readonly terminal: Terminal;
  readonly search: SearchAddon;
  /** Takes as many columns and rows as there is room for. Does nothing while the terminal is hidden. */
  readonly fit: () => void;
  readonly show: (look: TerminalLook) => void;
  readonly dispose: () => void;
}

const linesBack = 10_000;

/** A terminal in the page, without anything behind it yet. */
export function createTerminal(
  host: HTMLElement,
  { look, columns, onDeed }: TerminalOptions,
): LabTerminal {
  const terminal = new Terminal({
    allowProposedApi: true,
    cursorBlink: false,
    fontFamily: "'IBM Plex Mono', ui-monospace, monospace",
    macOptionClickForcesSelection: true,
    rightClickSelectsWord: false,
    scrollback: linesBack,
    ...options(look),
  });
  const fitting = new FitAddon();
  const search = new SearchAddon();
  terminal.loadAddon(fitting);
  terminal.loadAddon(search);
  terminal.loadAddon(new Unicode11Addon());
  terminal.loadAddon(
    new WebLinksAddon((event, uri) => {
      event.preventDefault();
      window.open(uri, '_blank', 'noopener,noreferrer');
    }),
  );
  terminal.unicode.activeVersion = '11';
  terminal.open(host);
  // The frame around it is the one stop of the Tab key.
  if (terminal.textarea) terminal.textarea.tabIndex = -1;
  const isMac = navigator.userAgent.includes('Macintosh');
  terminal.attachCustomKeyEventHandler((event) => {
    const deed = terminalDeed(event, isMac);
    if (deed === 'none') return true;
    // The browser's own pasting brings the text also where scripts may not read the clipboard.
    if (deed !== 'paste') event.preventDefault();
    if (event.type === 'keydown') onDeed(deed);
    return false;
  });
  const fit = () => {
    if (host.clientWidth === 0 || host.clientHeight === 0) return;
    const room = fitting.proposeDimensions();
    if (room) terminal.resize(columns ?? room.cols, room.rows);
  };
  return {
    terminal,
    search,
    fit,
    show: (next) => {
      Object.assign(terminal.options, options(next));
      fit();
    },
    dispose: () => terminal.dispose(),
  };
}

function options({ fontSize, theme, isReadAloud }: TerminalLook) {
  return { fontSize, theme: terminalThemes[theme], screenReaderMode: isReadAloud };
}
