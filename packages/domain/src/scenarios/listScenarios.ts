import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { estimateNeeds } from '../capacity/estimateNeeds.ts';
import type { Needs } from '../capacity/estimateNeeds.ts';
import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import { scenarioTexts } from './generated/scenarioTexts.ts';

/** A lab that is ready to start from. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** `lab.yaml`, with comments that explain it. */
  readonly blueprint: string;
  readonly needs: Needs;
  readonly elements: readonly ScenarioElement[];
}

export interface ScenarioElement {
  readonly name: string;
  readonly kind: 'container' | 'vm' | 'cluster' | 'app';
  readonly image?: string;
}

/** As they are shown: the simplest first. The labs themselves stand in `examples/scenarios`. */
const order = [
  'web-server',
  'desktop',
  'two-networks-firewall',
  'lamp',
  'kubernetes-three-nodes',
  'attack-and-defend',
];

export function listScenarios(catalogue: readonly CatalogueImage[]): Scenario[] {
  return Object.entries(scenarioTexts)
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, text]) => readScenario(name, text, catalogue));
}

function readScenario(name: string, text: string, catalogue: readonly CatalogueImage[]): Scenario {
  const parsed = parseBlueprint(text, { file: `${name}.yaml`, catalogue });
  if ('problems' in parsed) {
    throw new Error(`The scenario ${name} has mistakes: ${JSON.stringify(parsed.problems)}`);
  }
  const { blueprint } = parsed;
  return {
    name,
    title: blueprint.title ?? name,
    summary: firstParagraph(text),
    blueprint: text,
    needs: estimateNeeds(blueprint),
    elements: Object.entries(blueprint.elements).map(([element, value]) => ({
      name: element,
      kind: value.kind,
      ...('image' in value && { image: value.image }),
    })),
  };
}

/** Of the comment that the file begins with. */
function firstParagraph(text: string): string {
  const comment = text.split('\n').map((line) => /^# (.*)/.exec(line)?.[1]);
  return comment.slice(0, comment.indexOf(undefined)).join(' ');
}
