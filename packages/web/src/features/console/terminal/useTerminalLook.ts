import { useLocalStorage } from '@mantine/hooks';
import type { TerminalLook } from './createTerminal.ts';
import { terminalThemeNames } from './terminalThemes.ts';

const usual: TerminalLook = { fontSize: 14, theme: 'ink', isReadAloud: false };

/** How this person likes terminals, on this computer. */
export function useTerminalLook() {
  return useLocalStorage<TerminalLook>({
    key: 'labcast-terminal',
    defaultValue: usual,
    getInitialValueInEffect: false,
    deserialize: (text) => parseTerminalLook(text),
  });
}

/** What was kept, perhaps by another version of this page, brought to what is possible. */
export function parseTerminalLook(text: string | undefined): TerminalLook {
  let kept: Partial<TerminalLook>;
  try {
    kept = (JSON.parse(text ?? '') ?? {}) as Partial<TerminalLook>;
  } catch {
    return usual;
  }
  const theme = terminalThemeNames.find((name) => name === kept.theme) ?? usual.theme;
  return {
    fontSize: clampFontSize(kept.fontSize ?? usual.fontSize),
    theme,
    isReadAloud: kept.isReadAloud === true,
  };
}

export function clampFontSize(size: number): number {
  return Number.isFinite(size) ? Math.min(32, Math.max(9, Math.round(size))) : usual.fontSize;
}
