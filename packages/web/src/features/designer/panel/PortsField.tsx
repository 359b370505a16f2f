import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { panelText } from './panelText.ts';
import type { Panel } from './usePanel.ts';

interface PortsFieldProps {
  readonly panel: Panel;
  readonly name: string;
  readonly ports: readonly number[];
}

/** The ports on which a machine serves. */
export function PortsField({ panel, name, ports }: PortsFieldProps) {
  const { design, isLocked } = panel;
  const [refused, setRefused] = useState<string>();
  const change = (tags: readonly string[]) => {
    const wrong = tags.find((tag) => !isPort(tag));
    setRefused(wrong);
    if (wrong !== undefined) return;
    const next = [...new Set(tags.map(Number))];
    design.edit(
      [
        {
          kind: 'set',
          path: ['elements', name, 'ports'],
          value: next.length === 0 ? undefined : next,
        },
      ],
      panelText.step.change(name, panelText.ports.toLowerCase()),
    );
  };
  return (
    <TagsInput
      label={panelText.ports}
      description={panelText.portsHint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={ports.map(String)}
      onChange={change}
      error={refused === undefined ? undefined : panelText.portsWrong(refused)}
      disabled={isLocked}
      splitChars={[',', ' ']}
      acceptValueOnBlur
      inputMode="numeric"
    />
  );
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
