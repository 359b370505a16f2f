import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import type { FieldReading } from './readSizeField.ts';

interface DraftOptions<T> {
  /** What the design has. */
  readonly value: string;
  readonly read: (text: string) => FieldReading<T>;
  readonly onCommit: (value: T | undefined) => void;
}

/**
 * A field that is taken over when it is left or Enter is pressed. What is refused stays as it was typed; Esc brings back
 * what holds.
 */
export function useDraft<T>({ value, read, onCommit }: DraftOptions<T>) {
  const [draft, setDraft] = useState<string>();
  const text = draft ?? value;
  const reading = draft === undefined ? undefined : read(draft);
  const [isLeft, setLeft] = useState(false);
  const commit = () => {
    setLeft(true);
    if (!reading || 'error' in reading) return;
    setDraft(undefined);
    if (text.trim() !== value) onCommit(reading.value);
  };
  return {
    error: isLeft && reading && 'error' in reading ? reading.error : undefined,
    input: {
      value: text,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        setDraft(event.currentTarget.value);
      },
      onFocus: () => {
        if (draft === undefined) setLeft(false);
      },
      onBlur: commit,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' && !event.shiftKey && event.currentTarget.tagName === 'INPUT')
          commit();
        if (event.key !== 'Escape' || draft === undefined) return;
        event.stopPropagation();
        setDraft(undefined);
        setLeft(false);
      },
    },
  };
}
