import { panelText } from './panelText.ts';

export interface FileDraft {
  readonly path: string;
  readonly content: string;
  readonly mode?: string | undefined;
  readonly owner?: string | undefined;
}

const path = /^(\/(?!\.{1,2}(\/|$))[^/:\p{Cc}\p{Cs}]+)+$/u;
const mode = /^0?[0-7]{3}$/;
const owner = /^([a-z_][a-z0-9_-]{0,31}|[0-9]{1,9})$/;

/** What is wrong with a file, by field. Empty when it can be saved. */
export function checkFile(
  file: FileDraft,
  taken: readonly string[],
): { path?: string; mode?: string; owner?: string } {
  return {
    ...(!path.test(file.path)
      ? { path: panelText.pathRule }
      : taken.includes(file.path) && { path: panelText.pathTaken }),
    ...(isWritten(file.mode) && !mode.test(file.mode) && { mode: panelText.modeRule }),
    ...(isWritten(file.owner) && !owner.test(file.owner) && { owner: panelText.ownerRule }),
  };
}

const isWritten = (text: string | undefined): text is string => text !== undefined && text !== '';
