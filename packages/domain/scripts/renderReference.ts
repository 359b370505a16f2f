import { catalogueImages, labJsonSchema, printSize, types } from '@labcast/domain';
import { format, resolveConfig } from 'prettier';

/** A part of a JSON Schema, as far as the reference reads it. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Path from the root of the repository -> content. `example` is the text of a whole lab. */
export async function renderReference(example: string): Promise<Map<string, string>> {
  const schema = labJsonSchema();
  const config = await resolveConfig(import.meta.filename);
  return new Map([
    [
      'docs/lab-yaml.md',
      await format(document(schema as Schema, example), { ...config, parser: 'markdown' }),
    ],
    ['docs/lab.schema.json', await format(JSON.stringify(schema), { ...config, parser: 'json' })],
  ]);
}

function document(schema: Schema, example: string): string {
  const { networks, elements, checks } = schema.properties ?? {};
  const kinds = optionsOf(valuesOf(elements));
  return [
    '<!-- Written by `npm run generate`; change the schema in packages/domain instead. -->',
    '# lab.yaml',
    introduction,
    '```yaml\n' + example.trim() + '\n```',
    '## The file',
    table(schema),
    '## Networks',
    addressRules,
    table(valuesOf(networks)),
    '## Elements',
    elementRules,
    ...kinds.flatMap((kind) => [`### ${String(kind.properties?.kind?.const)}`, ...section(kind)]),
    '## Checks',
    ...section(checks?.items),
    '## Sizes',
    sizeRules,
    '## Images',
    images(),
    '## Types',
    ...typeSections(),
    '## Changing a lab that runs',
    changeRules,
  ].join('\n\n');
}

const introduction = `A lab is described by one file, \`lab.yaml\`: its networks, the machines, clusters and apps on them, and the checks that
prove that it works. \`labcast apply -f lab.yaml\` makes it so. The labs in [examples](../examples) can be used as they are.

Everything that is wrong in a file is reported at once, with its line and what to do about it; a key that is not known is an
error too. Editors check the form while you type when they are given [lab.schema.json](lab.schema.json): for those that
use the YAML language server, let the file begin with
\`# yaml-language-server: $schema=<path>/docs/lab.schema.json\`.

The file is YAML 1.2 of at most 1 MiB, without anchors, aliases and tags.`;

const addressRules = `The subnets are the same in every copy of a lab, and no copy reaches another one. They must not overlap each other, nor
what Labcast itself needs: 10.99.0.0/16, 10.42.0.0/16 and 10.43.0.0/16. The first address of each is the gateway, which is
router and name server.

Elements that name no address get the first free one from .10 on, in the file's order (then from .2 on, when the subnet is
small). Give fixed addresses where other machines rely on them: a machine added or removed above moves the others,
except in the designer, which writes down what they have.`;

const elementRules = `Names have at most 30 lowercase letters, digits and dashes, start with a letter and do not end with a dash. \`gateway\` and
\`localhost\` are taken, and so is \`x-2\` when there is a cluster \`x\` of two nodes.`;

const sizeRules = `Memory, storage and volumes have a unit: \`512MiB\`, \`1.5GiB\`, \`1TiB\` (1024 based) or \`500MB\`, \`2GB\` (1000 based). CPU is
in cores: \`1\`, \`0.5\` or \`500m\`. Durations are \`10s\` or \`2m\`, at most an hour.`;

const changeRules = `Applying a changed file to a running lab changes as little as possible, and says before what it will do:

| what changes | what happens |
|-|-|
| cpu, memory, larger storage | at once, while it runs; a virtual machine restarts |
| networks, addresses, firmware of a virtual machine | the element restarts |
| internet of a network, ports, checks | at once |
| image or kind, smaller storage | the element is made anew; what is stored on it is deleted |
| files or run of a container | nothing to the existing machine, whose disk may hold work by now; they take effect when it is made anew |
| nodes of a cluster | nodes are added, or removed with what is stored on them |
| an app | it restarts with its new settings; its volume stays, unless its size or the cluster changes |
| an element is removed | it is deleted with everything that is stored on it |

What would delete something is only done when that is allowed explicitly.`;

function valuesOf(schema: Schema | undefined): Schema | undefined {
  const values = schema?.additionalProperties;
  return typeof values === 'object' ? values : undefined;
}

function optionsOf(schema: Schema | undefined): readonly Schema[] {
  return schema?.oneOf ?? schema?.anyOf ?? [];
}

/** The table of a mapping, and those of the mappings inside it. */
function section(schema: Schema | undefined): string[] {
  const inner = Object.entries(schema?.properties ?? {}).flatMap(([name, property]) => {
    const mapping = mappingIn(property);
    return mapping ? [`Keys of \`${name}\`:`, table(mapping)] : [];
  });
  return [schema?.properties?.kind?.description ?? '', table(schema), ...inner];
}

function mappingIn(schema: Schema): Schema | undefined {
  if (schema.properties) return schema;
  const inside = [schema.items, ...optionsOf(schema)].filter((inner) => inner !== undefined);
  return inside.map(mappingIn).find((inner) => inner !== undefined);
}

function table(schema: Schema | undefined): string {
  const rows = Object.entries(schema?.properties ?? {}).map(([name, property]) => {
    const isRequired = schema?.required?.includes(name) ?? false;
    const preset = property.default === undefined ? '' : code(JSON.stringify(property.default));
    return [
      code(name),
      typeOf(property),
      isRequired ? 'required' : preset,
      property.examples ? code(textOf(property.examples[0])) : '',
      property.description ?? '',
    ];
  });
  return tableOf(['key', 'value', 'default', 'example', 'meaning'], rows);
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return code(textOf(schema.const));
  const options = optionsOf(schema);
  if (options.length > 0) return options.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'values'}`;
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    integer: 'whole number',
    boolean: 'true or false',
    object: 'mapping',
  };
  return [schema.type ?? 'value']
    .flat()
    .map((type) => names[type] ?? type)
    .join(' or ');
}

function images(): string {
  const rows = catalogueImages
    .filter(({ kind }) => kind !== 'gateway')
    .map(({ name, kind, summary, minimum, recommended }) => [
      code(name),
      { machine: 'container', vm: 'vm', node: 'cluster (always)', gateway: '', app: 'app' }[kind],
      summary,
      needs(minimum),
      needs(recommended),
    ]);
  return tableOf(['image', 'for', 'what it is', 'minimum', 'recommended'], rows);
}

function needs(needs: { cpu: number; memoryBytes: number; storageBytes: number }): string {
  return `cpu ${needs.cpu}, memory ${printSize(needs.memoryBytes)}, storage ${printSize(needs.storageBytes)}`;
}

function typeSections(): string[] {
  return [
    'A type is a lab with parameters: `labcast create webserver cpu=1 memory=1GiB`.',
    ...types.flatMap(({ name, summary, parameters }) => [
      `### ${name}`,
      `${summary}.`,
      tableOf(
        ['parameter', 'default', 'minimum', 'maximum', 'meaning'],
        parameters.map((parameter) => [
          code(parameter.name),
          code(parameter.default),
          parameter.minimum ?? '',
          parameter.maximum ?? '',
          parameter.summary,
        ]),
      ),
    ]),
  ];
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '-'), ...rows];
  return lines.map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function code(text: string): string {
  return `\`${text.replaceAll('\n', '\\n')}\``;
}
