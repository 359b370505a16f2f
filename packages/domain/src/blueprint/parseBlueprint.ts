import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import type { Problem } from '../errors.ts';
import { splitSteps } from '../guide/splitSteps.ts';
import { suggestName } from '../text/closestName.ts';
import { parseDuration } from '../units/duration.ts';
import { assignAddresses } from './assignAddresses.ts';
import type { Blueprint, Check } from './blueprint.ts';
import type { LabFile } from './labSchema.ts';
import { limits } from './labSchema.ts';
import type { PlacedProblem, Report } from './placedProblem.ts';
import { readLabFile } from './readLabFile.ts';
import type { YamlDocument } from './readYaml.ts';
import { readYaml } from './readYaml.ts';
import { resolveElements } from './resolveElements.ts';
import { resolveNetworks } from './resolveNetworks.ts';

export interface ParseOptions {
  /** Name of the file, for the problems. */
  readonly file: string;
  readonly catalogue: readonly CatalogueImage[];
}

export type ParsedBlueprint =
  | { readonly blueprint: Blueprint }
  /** In the file's order, each with file, line, message and remedy. */
  | { readonly problems: readonly Problem[] };

/** More than anybody reads at once; noise has thousands. */
const maximumProblems = 100;

/** Reads a `lab.yaml`. Finds all its problems at once, and throws on no text. */
export function parseBlueprint(text: string, options: ParseOptions): ParsedBlueprint {
  const document = readYaml(text);
  if ('problems' in document)
    return { problems: document.problems.map((problem) => ({ ...problem, file: options.file })) };
  const { file, problems } = readLabFile(document.value);
  const found = [...problems];
  const report: Report = (path, refusal) => {
    found.push({ path, ...refusal });
  };
  const blueprint = file && resolve(file, document.value, { catalogue: options.catalogue, report });
  if (blueprint && found.length === 0 && document.duplicates.length === 0) return { blueprint };
  return { problems: placeProblems(found, document, options.file) };
}

function resolve(
  file: LabFile,
  written: unknown,
  context: { catalogue: readonly CatalogueImage[]; report: Report },
): Blueprint {
  const { catalogue, report } = context;
  const names = readNames(written);
  if (file.networks && names.networks.length === 0)
    report(['networks'], {
      message: 'networks is empty',
      remedy: 'Remove the key to get one network called lan, or name a network.',
    });
  const networks = resolveNetworks(file.networks, report);
  const elements = new Map(Object.entries(file.elements));
  if (elements.size > limits.elements)
    report(['elements'], {
      message: `The lab has ${elements.size} elements, the most is ${limits.elements}`,
      remedy: 'Split it into several labs.',
    });
  const networkNames = new Set([...networks.keys(), ...names.networks]);
  const attachments = assignAddresses(elements, networks, networkNames, report);
  const kinds = names.kinds;
  return {
    version: 1,
    ...(file.title !== undefined && { title: file.title }),
    networks: Object.fromEntries(
      [...networks].map(([name, { subnet, internet }]) => [name, { subnet, internet }]),
    ),
    elements: resolveElements(elements, attachments, { catalogue, kinds, report }),
    checks: resolveChecks(file, new Set(kinds.keys()), report),
    ...(file.instructions !== undefined && { instructions: file.instructions }),
    ...resolveSolution(file.solution, new Set(kinds.keys()), report),
  };
}

const kinds = ['container', 'vm', 'cluster', 'app'] as const;

/** What the file names, faulty or not: nobody who uses a faulty network has to hear that it does not exist. */
function readNames(written: unknown): {
  networks: string[];
  kinds: Map<string, string | undefined>;
} {
  const networks = entriesOf(written, 'networks').map(([name]) => name);
  const elements = entriesOf(written, 'elements').map(([name, element]) => {
    const kind = entriesOf({ element }, 'element').find(([key]) => key === 'kind')?.[1];
    return [name, kinds.find((known) => known === kind)] as const;
  });
  return { networks, kinds: new Map(elements) };
}

function entriesOf(value: unknown, key: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
  const inner = (value as Record<string, unknown>)[key];
  return typeof inner === 'object' && inner !== null ? Object.entries(inner) : [];
}

function resolveChecks(
  { checks, instructions = '' }: LabFile,
  elements: ReadonlySet<string>,
  report: Report,
): Check[] {
  const steps = splitSteps(instructions).steps.length;
  return checks.map((check, index) => {
    if (check.step !== undefined && check.step > steps)
      report(['checks', index, 'step'], {
        message: `The check "${check.name}" belongs to step ${check.step}, and the instructions have ${steps}`,
        remedy: 'Begin each step of the instructions with a heading such as "## Say hello".',
      });
    if (!elements.has(check.on))
      report(['checks', index, 'on'], {
        message: `The check "${check.name}" runs on ${check.on}, which is not in the lab`,
        remedy: suggestName(check.on, [...elements]),
      });
    if (checks.findIndex(({ name }) => name === check.name) < index)
      report(['checks', index, 'name'], {
        message: `Two checks are called "${check.name}"`,
        remedy: 'Give each check a name of its own.',
      });
    const { exitCode, output } = check.expect;
    return {
      name: check.name,
      on: check.on,
      run: check.run,
      expect: { exitCode, ...(output !== undefined && { output }) },
      timeoutSeconds: Number(parseDuration(check.timeout, 'timeout')),
      ...(check.step !== undefined && { step: check.step }),
    };
  });
}

function resolveSolution(
  solution: LabFile['solution'],
  elements: ReadonlySet<string>,
  report: Report,
): Pick<Blueprint, 'solution'> {
  if (!solution || solution.length === 0) return {};
  for (const [index, { on }] of solution.entries()) {
    if (elements.has(on)) continue;
    report(['solution', index, 'on'], {
      message: `Step ${String(index + 1)} of the solution runs on ${on}, which is not in the lab`,
      remedy: suggestName(on, [...elements]),
    });
  }
  return { solution: solution.map(({ on, run }) => ({ on, run })) };
}

function placeProblems(
  found: readonly PlacedProblem[],
  document: YamlDocument,
  file: string,
): Problem[] {
  const placed = found.map(({ path, message, remedy }): Problem => {
    const place = document.placeOf(path);
    const dotted = path.map(String).join('.');
    return { message, remedy, file, ...place, ...(path.length > 0 && { path: dotted }) };
  });
  const duplicates = document.duplicates.map((problem) => ({ ...problem, file }));
  const inOrder = [...duplicates, ...placed].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (inOrder.length <= maximumProblems) return inOrder;
  const message = `There are ${inOrder.length - maximumProblems} more problems`;
  return [
    ...inOrder.slice(0, maximumProblems),
    { message, remedy: 'Correct those above first.', file, line: 1, column: 1 },
  ];
}
