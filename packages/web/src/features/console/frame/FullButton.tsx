import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from './ToolButton.tsx';
import type { FullScreen } from './useFullScreen.ts';

interface FullButtonProps {
  readonly full: FullScreen;
  /** Puts the focus into the machine, which lets the bar go. */
  readonly onEnter: () => void;
  /** Offered where the browser keeps Escape for itself. */
  readonly onEscape?: () => void;
}

export function FullButton({ full, onEnter, onEscape }: FullButtonProps) {
  const Icon = full.isFull ? IconMinimize : IconMaximize;
  return (
    <>
      {full.isFull && !full.isLocked && onEscape && (
        <ToolButton onClick={onEscape}>{consoleText.screen.sendEscape}</ToolButton>
      )}
      <ToolButton
        data-full
        isOn={full.isFull}
        title={full.isLocked ? consoleText.screen.fullKeys : consoleText.screen.fullHint}
        leftSection={<Icon aria-hidden size={16} stroke={1.5} />}
        onClick={() => {
          full.toggle();
          onEnter();
        }}
      >
        {full.isFull ? consoleText.screen.fullLeave : consoleText.screen.full}
      </ToolButton>
    </>
  );
}
