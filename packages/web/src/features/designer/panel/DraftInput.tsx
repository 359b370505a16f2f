import { TextInput, type TextInputProps } from '@mantine/core';
import { FieldNotes, type Notes } from './FieldNotes.tsx';
import type { FieldReading } from './readSizeField.ts';
import { useDraft } from './useDraft.ts';

interface DraftInputProps<T> extends Notes {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly read: (text: string) => FieldReading<T>;
  readonly onCommit: (value: T | undefined) => void;
  readonly disabled?: boolean;
  readonly rightSection?: TextInputProps['rightSection'];
  readonly rightSectionWidth?: number;
  readonly inputMode?: TextInputProps['inputMode'];
  readonly isMono?: boolean;
}

/** One line of text that is taken over when it is left. */
export function DraftInput<T>(props: DraftInputProps<T>) {
  const { label, placeholder, disabled = false, warning, waits, hint, isMono, inputMode } = props;
  const { error, input } = useDraft(props);
  return (
    <div>
      <TextInput
        {...input}
        label={label}
        disabled={disabled}
        error={error}
        dir="auto"
        {...(placeholder !== undefined && { placeholder })}
        {...(inputMode !== undefined && { inputMode })}
        {...(props.rightSection !== undefined && {
          rightSection: props.rightSection,
          rightSectionWidth: props.rightSectionWidth ?? 84,
          rightSectionPointerEvents: 'none',
        })}
        {...(isMono === true && {
          styles: { input: { fontFamily: 'var(--mantine-font-family-monospace)' } },
        })}
      />
      <FieldNotes warning={error === undefined ? warning : undefined} waits={waits} hint={hint} />
    </div>
  );
}
