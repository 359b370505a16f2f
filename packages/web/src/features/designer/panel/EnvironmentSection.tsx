import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { DraftInput } from './DraftInput.tsx';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { Section } from './Section.tsx';
import { setField } from './setField.ts';
import type { Panel } from './usePanel.ts';
import { asFields } from './writtenLab.ts';

interface EnvironmentSectionProps {
  readonly panel: Panel;
  readonly name: string;
}

/** Environment variables of an app. */
export function EnvironmentSection({ panel, name }: EnvironmentSectionProps) {
  const { written, isLocked, findApplied } = panel;
  const [isAdding, setAdding] = useState(false);
  const variables = Object.entries(asFields(written.element(name).environment)).map(
    ([key, value]) => [key, String(value)] as const,
  );
  const write = (next: readonly (readonly [string, string])[]) => {
    setAdding(false);
    const value = next.length === 0 ? undefined : Object.fromEntries(next);
    setField(panel, name, 'environment', value);
  };
  const taken = (at: number) => variables.filter((_, index) => index !== at).map(([key]) => key);
  return (
    <Section
      title={panelText.environment}
      hint={findApplied(name) ? panelText.plan.app : undefined}
    >
      {variables.map(([key, value], index) => (
        <div key={key} className={classes.row}>
          <div className={classes.pair}>
            <DraftInput<string>
              label={panelText.variable}
              value={key}
              read={(text) => readVariable(text, taken(index))}
              onCommit={(to) => write(variables.with(index, [to ?? key, value]))}
              disabled={isLocked}
              isMono
            />
            <DraftInput<string>
              label={panelText.value}
              value={value}
              read={(text) => ({ value: text })}
              onCommit={(to) => write(variables.with(index, [key, to ?? '']))}
              disabled={isLocked}
              isMono
            />
          </div>
          <CloseButton
            mt={24}
            aria-label={panelText.removeVariable(key)}
            disabled={isLocked}
            onClick={() => write(variables.toSpliced(index, 1))}
          />
        </div>
      ))}
      {isAdding && (
        <DraftInput<string>
          label={panelText.variable}
          value=""
          read={(text) => readVariable(text, taken(-1))}
          onCommit={(key) => write([...variables, [key ?? '', '']])}
          isMono
        />
      )}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'start' }}
        disabled={isLocked || isAdding}
        onClick={() => setAdding(true)}
      >
        {panelText.addVariable}
      </Button>
    </Section>
  );
}

function readVariable(text: string, taken: readonly string[]) {
  const key = text.trim();
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return { error: panelText.variableRule };
  return taken.includes(key) ? { error: panelText.variableTaken } : { value: key };
}
