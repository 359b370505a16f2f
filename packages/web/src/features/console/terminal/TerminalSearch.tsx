import { Button, CloseButton, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from '../console.module.css';
import { consoleText } from '../consoleText.ts';
import type { LabTerminal } from './createTerminal.ts';

interface TerminalSearchProps {
  readonly lab: LabTerminal;
  readonly onClose: () => void;
}

const text = consoleText.terminal;
const decorations = {
  matchBackground: '#ffe066',
  matchOverviewRuler: '#ffe066',
  activeMatchBackground: '#ffa94d',
  activeMatchColorOverviewRuler: '#ffa94d',
};

/** Finds text in all that the terminal still knows. Enter goes back in time, Shift+Enter forward. */
export function TerminalSearch({ lab, onClose }: TerminalSearchProps) {
  const [sought, setSought] = useState('');
  const [found, setFound] = useState({ resultIndex: -1, resultCount: 0 });
  useEffect(() => {
    const listener = lab.search.onDidChangeResults(setFound);
    return () => {
      listener.dispose();
      lab.search.clearDecorations();
    };
  }, [lab]);
  const previous = () => lab.search.findPrevious(sought, { decorations });
  const next = () => lab.search.findNext(sought, { decorations });
  return (
    <div className={classes.bar} role="search">
      <TextInput
        size="xs"
        autoFocus
        aria-label={text.findLabel}
        value={sought}
        onChange={({ currentTarget: { value } }) => {
          setSought(value);
          lab.search.findPrevious(value, { decorations, incremental: true });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && event.shiftKey) next();
          else if (event.key === 'Enter') previous();
        }}
      />
      <Button size="compact-xs" variant="subtle" onClick={previous}>
        {text.findPrevious}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={next}>
        {text.findNext}
      </Button>
      <Text size="xs" role="status">
        {sought !== '' &&
          (found.resultCount === 0
            ? text.findNothing
            : text.findResult(found.resultIndex + 1, found.resultCount))}
      </Text>
      <CloseButton size="sm" aria-label={text.findClose} onClick={onClose} />
    </div>
  );
}
