import type { CatalogueImage } from '@labcast/domain';
import { parseDocument, type Document } from 'yaml';
import { findYamlPlace, type YamlPlace } from './findYamlPlace.ts';
import { referencesAt } from './referencesAt.ts';
import { schemasAt, type Schema } from './schemasAt.ts';

export interface LabCompletion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'reference';
  /** What it is for. */
  readonly info?: string;
  /** What is written instead of the word; the label when absent. */
  readonly text?: string;
}

export interface LabCompletions {
  readonly from: number;
  readonly options: readonly LabCompletion[];
}

export interface CompletionSources {
  readonly schema: Schema;
  readonly images: readonly CatalogueImage[];
}

/** What can be written at an offset of a lab.yaml: keys, values, and names of what is in the lab and the catalogue. */
export function completeLab(
  text: string,
  offset: number,
  sources: CompletionSources,
): LabCompletions | undefined {
  const place = findYamlPlace(text, offset);
  if (!place) return undefined;
  const document = parseDocument(text, { logLevel: 'silent' });
  const readValue = (path: readonly string[]) => valueAt(document, path);
  const schemas = schemasAt(sources.schema, place.path, readValue);
  const references = referencesAt(place.path, readValue, sources.images);
  const values = references.length > 0 ? references : schemas.flatMap(valuesOf);
  const isScalarEntry = !place.isInFlow && place.path.at(-1) === '*';
  const options = [
    ...(place.position === 'key' ? schemas.flatMap((schema) => keysOf(schema, place)) : []),
    ...(place.position === 'value' || isScalarEntry ? values : []),
  ];
  return options.length === 0 ? undefined : { from: place.from, options: uniqueByLabel(options) };
}

function keysOf(schema: Schema, place: YamlPlace): LabCompletion[] {
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => !place.siblings.includes(key))
    .map(([key, property]) => ({
      label: key,
      kind: 'key',
      ...(property.description !== undefined && { info: property.description }),
      text: writeKey(key, property, place),
    }));
}

/** A mapping or a list goes on in the next line, anything else behind the colon. */
function writeKey(key: string, property: Schema, { isInFlow, column }: YamlPlace): string {
  const isMap = property.type === 'object' || property.oneOf !== undefined;
  if (isInFlow || (!isMap && property.type !== 'array')) return `${key}: `;
  const indent = ' '.repeat(column + 2);
  return `${key}:\n${indent}${isMap ? '' : '- '}`;
}

function valuesOf(schema: Schema): LabCompletion[] {
  const given = [
    ...(schema.const === undefined ? [] : [schema.const]),
    ...(schema.enum ?? []),
    ...(schema.type === 'boolean' ? [true, false] : []),
    ...(isPlain(schema.default) ? [schema.default] : []),
    ...(schema.examples ?? []),
  ];
  return given.filter(isPlain).map((value) => ({
    label: writeScalar(value),
    kind: 'value',
    ...(schema.description !== undefined && { info: schema.description }),
  }));
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) && !String(value).includes('\n');

/** Text that would be read as a number keeps its quotes. */
function writeScalar(value: string | number | boolean): string {
  const needsQuotes = typeof value === 'string' && /^[0-9.]+$/.test(value) && !/\..*\./.test(value);
  return needsQuotes ? JSON.stringify(value) : String(value);
}

function valueAt(document: Document, path: readonly string[]): unknown {
  return path.includes('*') ? undefined : toValue(document.getIn(path));
}

const toValue = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'toJSON' in node && typeof node.toJSON === 'function'
    ? (node.toJSON as () => unknown)()
    : node;

function uniqueByLabel(options: readonly LabCompletion[]): LabCompletion[] {
  return [...new Map(options.toReversed().map((each) => [each.label, each])).values()].toReversed();
}
