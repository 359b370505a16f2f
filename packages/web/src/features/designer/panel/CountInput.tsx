import { DraftInput } from './DraftInput.tsx';
import { readCountField } from './readSizeField.ts';
import { setField } from './setField.ts';
import type { Panel } from './usePanel.ts';

interface CountInputProps {
  readonly panel: Panel;
  readonly name: string;
  readonly field: string;
  readonly label: string;
  readonly bounds: { readonly minimum: number; readonly maximum: number };
  readonly placeholder: string;
  readonly hint?: string | undefined;
}

/** A whole number of an element; empty leaves it out of lab.yaml. */
export function CountInput(props: CountInputProps) {
  const { panel, name, field, label, bounds, placeholder, hint } = props;
  const value = panel.written.element(name)[field];
  return (
    <DraftInput<number>
      key={name}
      label={label}
      value={typeof value === 'number' ? String(value) : ''}
      placeholder={placeholder}
      inputMode="numeric"
      read={(text) => readCountField(text, label, bounds)}
      onCommit={(count) => setField(panel, name, field, count)}
      disabled={panel.isLocked}
      hint={hint}
    />
  );
}
