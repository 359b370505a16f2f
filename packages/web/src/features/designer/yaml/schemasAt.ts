/** As much of JSON Schema as `labJsonSchema` uses. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** What is written at a path so far, to tell the kinds of element apart. */
export type ReadValue = (path: readonly string[]) => unknown;

/** Every schema that may hold at a path of keys, `*` standing for an entry of a list. */
export function schemasAt(
  schema: Schema,
  path: readonly string[],
  readValue: ReadValue,
): readonly Schema[] {
  let found = expand(schema, [], readValue);
  path.forEach((key, index) => {
    const inner = path.slice(0, index + 1);
    found = found
      .flatMap((each) => stepInto(each, key))
      .flatMap((each) => expand(each, inner, readValue));
  });
  return found;
}

function stepInto(schema: Schema, key: string): readonly Schema[] {
  if (key === '*') return schema.items ? [schema.items] : [];
  const property = schema.properties?.[key];
  if (property) return [property];
  const more = schema.additionalProperties;
  return typeof more === 'object' ? [more] : [];
}

/** The choices of a schema, but for those that contradict what is written already. */
function expand(schema: Schema, path: readonly string[], readValue: ReadValue): readonly Schema[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (!choices) return [schema];
  return choices
    .filter((choice) =>
      Object.entries(choice.properties ?? {}).every(([key, property]) => {
        if (property.const === undefined) return true;
        const written = readValue([...path, key]);
        const isKnown = choices.some((other) => other.properties?.[key]?.const === written);
        return !isKnown || written === property.const;
      }),
    )
    .flatMap((choice) => expand(withText(choice, schema), path, readValue));
}

/** A choice says what it is for in the words of the whole, when it has none of its own. */
function withText(choice: Schema, whole: Schema): Schema {
  return {
    ...(whole.description !== undefined && { description: whole.description }),
    ...(whole.examples !== undefined && { examples: whole.examples }),
    ...choice,
  };
}
