import type { Document } from 'yaml';
import { Composer, LineCounter, Parser } from 'yaml';
import type { Problem } from '../errors.ts';
import { explainYamlError } from './explainYamlError.ts';
import { findUnreadable } from './findUnreadable.ts';
import type { Place } from './YamlValueReader.ts';
import { YamlValueReader } from './YamlValueReader.ts';

/** A YAML text as plain values, and where each of them stands. */
export interface YamlDocument {
  readonly value: unknown;
  /** Keys that are there twice, of which `value` has the first. */
  readonly duplicates: readonly Problem[];
  /** Of the nearest thing that is there: a missing key is where its mapping begins. */
  placeOf(path: readonly PropertyKey[]): Place;
}

/** After so many errors the rest only follows from them. */
const maximumErrors = 20;

/** Reads YAML 1.2 without anchors, aliases and tags. Never throws, whatever the text is. */
export function readYaml(text: string): YamlDocument | { problems: Problem[] } {
  const unreadable = findUnreadable(text);
  if (unreadable) return { problems: [unreadable] };
  const lines = new LineCounter();
  const { documents, cut } = compose(text, lines);
  const document = documents[0];
  if (!document) return { problems: [{ message: 'The file is empty', line: 1, column: 1 }] };
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = findSyntaxProblems(documents, place);
  if (problems.length > 0 || cut) return { problems };
  const reader = new YamlValueReader(place);
  const value = reader.read(document.contents, [], 0);
  if (reader.problems.length > 0) return { problems: reader.problems.slice(0, maximumErrors) };
  return { value, duplicates: reader.duplicates, placeOf: (path) => reader.placeOf(path) };
}

/** `cut` when the text has so many errors that the rest was not read. */
function compose(text: string, lines: LineCounter): { documents: Document.Parsed[]; cut: boolean } {
  let errors = 0;
  // Reading on costs seconds for a megabyte of brackets.
  function* untilHopeless() {
    for (const token of new Parser(lines.addNewLine).parse(text)) {
      yield token;
      if ((token.type === 'error' || token.type === 'directive') && ++errors >= maximumErrors)
        return;
    }
  }
  // Duplicate keys are found below: here each key would be compared with each.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false });
  const documents = [...composer.compose(untilHopeless(), true, text.length)];
  return { documents, cut: errors >= maximumErrors };
}

function findSyntaxProblems(
  documents: readonly Document.Parsed[],
  place: (offset: number) => Place,
): Problem[] {
  const errors = documents
    .flatMap((document) => [...document.errors, ...document.warnings])
    .slice(0, maximumErrors)
    .map((error) => ({ ...explainYamlError(error), ...place(error.pos[0]) }));
  if (errors.length > 0) return errors;
  const [first, second] = documents;
  if (second)
    return [
      {
        message: 'There is more than one YAML document in the file',
        remedy: 'Remove the line "---" and what follows it.',
        ...place(second.range[0]),
      },
    ];
  if (first && first.directives.yaml.version !== '1.2')
    return [
      {
        message: `The file asks for YAML ${first.directives.yaml.version}`,
        remedy: 'Remove the line that starts with %YAML.',
        ...place(0),
      },
    ];
  return [];
}
