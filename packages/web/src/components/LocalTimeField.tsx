import { TextInput } from '@mantine/core';

interface LocalTimeFieldProps {
  readonly label: string;
  readonly description?: string;
  /** ISO 8601; undefined when there is none. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A date and a time of the browser's own zone, which is named beside the field. */
export function LocalTimeField({ label, description, value, onChange }: LocalTimeFieldProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={description ?? timeZone()}
      value={value === undefined ? '' : toLocal(value)}
      onChange={({ currentTarget }) => {
        const at = new Date(currentTarget.value);
        onChange(Number.isNaN(at.getTime()) ? undefined : at.toISOString());
      }}
    />
  );
}

export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** As such a field wants it: `2026-11-27T23:59`. */
function toLocal(iso: string): string {
  const at = new Date(iso);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
