import { isEqual, printSize, type Attachment, type Blueprint } from '@labcast/domain';
import { planText } from './planText.ts';

export interface Difference {
  /** As people call it. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** What differs in one element or network, with the old and the new value. Empty when it is new or goes. */
export function listDifferences(before: Blueprint, after: Blueprint, name: string): Difference[] {
  return [
    ...compare(fieldsOf(before.elements, name), fieldsOf(after.elements, name)),
    ...compare(fieldsOf(before.networks, name), fieldsOf(after.networks, name)),
  ];
}

function fieldsOf(named: Readonly<Record<string, object>>, name: string): Fields | undefined {
  return Object.hasOwn(named, name) ? { ...named[name] } : undefined;
}

function compare(before: Fields | undefined, after: Fields | undefined): Difference[] {
  if (!before || !after) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isEqual(before[field], after[field]))
    .map((field) => ({
      label: planText.fields[field] ?? field,
      before: print(field, before[field], after[field]),
      after: print(field, after[field], before[field]),
    }));
}

function print(field: string, value: unknown, other: unknown): string {
  if (value === undefined || isEmpty(value)) return planText.nothing;
  if (field.endsWith('Bytes')) return printSize(Number(value));
  if (field === 'networks') return (value as readonly Attachment[]).map(printAttachment).join(', ');
  if (field === 'files') return printFiles(value as readonly File[], other);
  if (field === 'run') return planText.count((value as readonly string[]).length, field);
  if (field === 'volume') return printVolume(value as Volume);
  if (field === 'environment') return printVariables(value as Fields);
  return printPlain(value);
}

function printVariables(variables: Fields): string {
  return Object.entries(variables)
    .map(([key, text]) => `${key}=${String(text)}`)
    .join(', ');
}

function printPlain(value: unknown): string {
  if (typeof value === 'boolean') return value ? planText.yes : planText.no;
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

interface Volume {
  readonly path: string;
  readonly sizeBytes: number;
}
interface File {
  readonly path: string;
}

const printAttachment = ({ network, addresses }: Attachment) =>
  `${network} ${addresses.join(', ')}`;
const printVolume = ({ path, sizeBytes }: Volume) => `${path}, ${printSize(sizeBytes)}`;

/** Those that are not the same on the other side. */
function printFiles(files: readonly File[], other: unknown): string {
  const others = Array.isArray(other) ? other : [];
  const changed = files.filter((file) => !others.some((each) => isEqual(each, file)));
  return changed.length === 0
    ? planText.count(files.length, 'files')
    : changed.map(({ path }) => path).join(', ');
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
