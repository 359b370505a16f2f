import type { LabValue } from '@labcast/domain';

/** What is written of an element, for a second one: everything but its fixed addresses, which only one can have. */
export function copyElement(written: Readonly<Record<string, unknown>>): LabValue {
  const { networks, ...rest } = structuredClone(written);
  const names = Array.isArray(networks) ? networks.map(nameOf) : undefined;
  return { ...rest, ...(names && { networks: names }) } as LabValue;
}

function nameOf(attachment: unknown): unknown {
  return typeof attachment === 'object' && attachment !== null && 'name' in attachment
    ? attachment.name
    : attachment;
}
