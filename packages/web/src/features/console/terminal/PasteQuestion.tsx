import { Button, Text } from '@mantine/core';
import classes from '../console.module.css';
import { consoleText } from '../consoleText.ts';

interface PasteQuestionProps {
  readonly count: number;
  readonly onAnswer: (isYes: boolean) => void;
}

export function PasteQuestion({ count, onAnswer }: PasteQuestionProps) {
  return (
    <div
      className={classes.bar}
      role="alertdialog"
      aria-label={consoleText.terminal.pasteAsk(count)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onAnswer(false);
      }}
    >
      <Text size="sm">{consoleText.terminal.pasteAsk(count)}</Text>
      <Button size="compact-sm" variant="default" onClick={() => onAnswer(true)}>
        {consoleText.terminal.pasteYes(count)}
      </Button>
      <Button size="compact-sm" variant="subtle" autoFocus onClick={() => onAnswer(false)}>
        {consoleText.terminal.pasteNo}
      </Button>
    </div>
  );
}
