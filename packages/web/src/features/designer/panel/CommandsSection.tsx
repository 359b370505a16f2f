import { ActionIcon, Button, CloseButton, Group, Textarea } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { takeEntry } from './listEdits.ts';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { Section } from './Section.tsx';
import { useDraft } from './useDraft.ts';
import type { Panel } from './usePanel.ts';

interface CommandsSectionProps {
  readonly panel: Panel;
  readonly name: string;
}

/** The commands that set a machine up, in their order. */
export function CommandsSection({ panel, name }: CommandsSectionProps) {
  const { design, written, isLocked, findApplied } = panel;
  const [isAdding, setAdding] = useState(false);
  const value = written.element(name).run;
  const commands: readonly string[] = Array.isArray(value) ? value.map(String) : [];
  const path = ['elements', name, 'run'];
  const step = panelText.step.change(name, 'commands');
  const write = (next: readonly string[]) =>
    design.edit([{ kind: 'set', path, value: next }], step);
  const shown = isAdding ? [...commands, ''] : commands;
  return (
    <Section
      title={panelText.commands(commands.length)}
      hint={
        findApplied(name)
          ? `${panelText.commandsHint} ${panelText.plan.files}`
          : panelText.commandsHint
      }
    >
      {shown.length > 0 && (
        <ol className={classes.rows}>
          {shown.map((command, index) => (
            <li key={`${index} ${command}`} className={classes.row}>
              <CommandField
                command={command}
                number={index + 1}
                isLocked={isLocked}
                onCommit={(text) => {
                  setAdding(false);
                  write(shown.with(index, text));
                }}
              />
              <Group gap={0} wrap="nowrap">
                {index > 0 && (
                  <ActionIcon
                    variant="subtle"
                    aria-label={panelText.moveUp(index + 1)}
                    disabled={isLocked}
                    onClick={() => write(swapUp(commands, index))}
                  >
                    <IconArrowUp aria-hidden size={16} stroke={1.5} />
                  </ActionIcon>
                )}
                <CloseButton
                  aria-label={panelText.removeCommand(index + 1)}
                  disabled={isLocked}
                  onClick={() => {
                    if (index >= commands.length) setAdding(false);
                    else design.edit([takeEntry(path, commands, index)], step);
                  }}
                />
              </Group>
            </li>
          ))}
        </ol>
      )}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'start' }}
        disabled={isLocked || isAdding}
        onClick={() => setAdding(true)}
      >
        {panelText.addCommand}
      </Button>
    </Section>
  );
}

function swapUp(commands: readonly string[], index: number): string[] {
  const moved = commands[index] ?? '';
  return commands.with(index, commands[index - 1] ?? '').with(index - 1, moved);
}

interface CommandFieldProps {
  readonly command: string;
  readonly number: number;
  readonly isLocked: boolean;
  readonly onCommit: (text: string) => void;
}

function CommandField({ command, number, isLocked, onCommit }: CommandFieldProps) {
  const { error, input } = useDraft<string>({
    value: command,
    read: (text) => (text.trim() === '' ? { error: panelText.emptyCommand } : { value: text }),
    onCommit: (text) => {
      if (text !== undefined) onCommit(text);
    },
  });
  return (
    <Textarea
      {...input}
      aria-label={panelText.command(number)}
      error={error}
      disabled={isLocked}
      autosize
      maxRows={8}
      spellCheck={false}
      autoFocus={command === ''}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
    />
  );
}
