import { Document } from 'yaml';
import { limits } from '../blueprint/labSchema.ts';
import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import type { Problem } from '../errors.ts';
import { LabcastError } from '../errors.ts';
import { chooseSizes } from './chooseSizes.ts';
import { describeNeeds } from './describeNeeds.ts';
import type { PlainNeeds } from './plainNeeds.ts';
import type { WishedElement } from './wishedElements.ts';
import { wishedElements } from './wishedElements.ts';

export interface PlannedNeeds {
  /** `lab.yaml` of one student's copy, with all sizes written out. */
  readonly blueprint: string;
  /** What each student gets, in one line. */
  readonly title: string;
  /** What was chosen otherwise than it was wished. */
  readonly notes: readonly string[];
}

/** Far more than one host carries. */
export const mostStudents = 5_000;
const mostMachines = 50;

/** Turns plain needs into a blueprint. Throws `parameter-invalid` with everything that is wrong, each with its path. */
export function planNeeds(needs: PlainNeeds, catalogue: readonly CatalogueImage[]): PlannedNeeds {
  const wished = wishedElements(needs);
  const problems = [...validateCounts(needs), ...validateWish(wished)];
  const notes: string[] = [];
  const elements = wished.map((element) => {
    const image = catalogue.find(({ name }) => name === element.image);
    if (!image) {
      problems.push({ message: `There is no image ${element.image}`, path: element.path });
      return [element.name, {}] as const;
    }
    const choice = chooseSizes(element, image, needs);
    notes.push(...choice.notes);
    problems.push(...choice.problems);
    return [element.name, writeElement(element, choice.sizes)] as const;
  });
  if (problems.length > 0) throw refusal(problems);
  const title = describeNeeds(needs);
  return { blueprint: write(needs, title, Object.fromEntries(elements)), title, notes };
}

function validateCounts({ students, container, cluster }: PlainNeeds): Problem[] {
  const check = (path: string, value: number | undefined, most: number): Problem[] =>
    value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)
      ? []
      : [
          {
            message: `${path} is ${value}`,
            remedy: `Give a whole number from 1 to ${most}.`,
            path,
          },
        ];
  return [
    ...check('students', students, mostStudents),
    ...check('container.count', container?.count, mostMachines),
    ...check('cluster.nodes', cluster?.nodes, limits.nodes),
  ];
}

function validateWish(wished: readonly WishedElement[]): Problem[] {
  if (wished.length > 0) return [];
  return [
    {
      message: 'Nothing is asked for',
      remedy:
        'Say what each student should have: machines, a desktop, a VM, a web server, a cluster.',
    },
  ];
}

function writeElement({ kind, image, nodes }: WishedElement, sizes: object): object {
  return kind === 'cluster' ? { kind, nodes, ...sizes } : { kind, image, ...sizes };
}

function write(needs: PlainNeeds, title: string, machines: object): string {
  const web = { kind: 'app', on: 'cluster', image: 'nginx', port: 80 };
  const document = new Document({
    version: 1,
    title,
    networks: { lan: { subnet: '10.10.0.0/24', internet: needs.internet } },
    elements: { ...machines, ...(needs.webserver && { web }) },
    checks: checksOf(needs),
  });
  document.commentBefore = ` Each student gets a copy of this. Sizes are limits: what is not used costs nothing.`;
  return document.toString({ lineWidth: 0 });
}

function checksOf({ container, cluster, webserver }: PlainNeeds): object[] {
  const nodes = cluster?.nodes ?? 1;
  const machine = container && (container.count === 1 ? 'machine' : 'machine-1');
  const isReady = {
    name: 'all nodes are ready',
    on: 'cluster',
    run: `test "$(kubectl get nodes --no-headers | grep -cw Ready)" = ${nodes}`,
    timeout: '30s',
  };
  const answers = {
    name: 'the page answers',
    on: machine ?? 'cluster',
    run: 'curl -fsS http://web',
  };
  return [...(cluster || webserver ? [isReady] : []), ...(webserver ? [answers] : [])];
}

function refusal(problems: readonly Problem[]): LabcastError {
  const remedies = problems.flatMap(({ remedy }) => (remedy === undefined ? [] : [remedy]));
  return new LabcastError(
    'parameter-invalid',
    problems.map(({ message }) => `${message}.`).join(' '),
    { problems, remedy: [...new Set(remedies)].join(' ') },
  );
}
