import type { Blueprint, Element } from '../blueprint/blueprint.ts';
import { findCatalogueImage } from '../catalogue/catalogue.ts';
import type { ElementUsage } from '../environment/usage.ts';
import type { Problem } from '../errors.ts';
import { printSize, writeSize } from '../units/size.ts';

/** What is allowed and often regretted, as advice: nothing of it keeps a lab from being promoted. */
export function reviewLab(blueprint: Blueprint, usage: readonly ElementUsage[]): Problem[] {
  const elements = Object.entries(blueprint.elements);
  return [
    ...reviewChecks(blueprint),
    ...elements.flatMap(([name, element]) => reviewElement(name, element, blueprint)),
    ...reviewDisks(blueprint, usage),
  ];
}

function reviewChecks({ checks, elements }: Blueprint): Problem[] {
  if (checks.length === 0)
    return [
      {
        message: 'The lab has no checks: the rehearsal only sees that it starts.',
        remedy: 'Add a check for each thing that a student relies on.',
        path: 'checks',
      },
    ];
  const machines = Object.keys(elements).filter((name) => elements[name]?.kind !== 'app');
  const unchecked = machines.filter((name) => !checks.some(({ on }) => on === name));
  if (unchecked.length === 0 || checks.length >= machines.length) return [];
  return [
    {
      message: `No check runs on ${unchecked.join(', ')}.`,
      remedy: 'Add one, if students rely on it.',
      path: 'checks',
    },
  ];
}

function reviewElement(name: string, element: Element, blueprint: Blueprint): Problem[] {
  switch (element.kind) {
    case 'container':
      return [...reviewMemory(name, element), ...reviewCommands(name, element, blueprint)];
    case 'vm':
      return reviewMemory(name, element);
    case 'app':
      return element.memoryBytes === undefined
        ? [
            {
              message: `${name} has no limit of memory: it can take all that its node has.`,
              remedy: `Give it one, such as 128MiB.`,
              path: `elements.${name}.memory`,
            },
          ]
        : [];
    case 'cluster':
      return [];
  }
}

function reviewMemory(
  name: string,
  { image, memoryBytes }: { image: string; memoryBytes: number },
): Problem[] {
  const recommended = findCatalogueImage(image)?.recommended.memoryBytes;
  if (recommended === undefined || memoryBytes >= recommended) return [];
  return [
    {
      message: `${name} has ${printSize(memoryBytes)} of memory; ${image} recommends ${printSize(recommended)}.`,
      remedy: `Give it ${writeSize(recommended)}, or see in the rehearsal that less is enough.`,
      path: `elements.${name}.memory`,
    },
  ];
}

const installs = /\b(apt|apt-get|dnf|apk|pip|pip3|npm|curl|wget|git)\b/;

function reviewCommands(
  name: string,
  { run, networks }: { run: readonly string[]; networks: readonly { network: string }[] },
  blueprint: Blueprint,
): Problem[] {
  const hasInternet = networks.some(({ network }) => blueprint.networks[network]?.internet);
  const fetching = run.find((command) => installs.test(command));
  if (hasInternet || fetching === undefined) return [];
  return [
    {
      message: `${name} has no way to the internet, and its commands seem to fetch something: ${fetching.slice(0, 80)}`,
      remedy:
        'What is on the disk in the checkpoint is in every copy; a reset from the image would fail.',
      path: `elements.${name}.run`,
    },
  ];
}

/** What was not there when the checkpoint was taken is made from its image in every copy. */
function reviewDisks({ elements }: Blueprint, usage: readonly ElementUsage[]): Problem[] {
  const missing = Object.keys(elements).filter(
    (name) => elements[name]?.kind !== 'app' && !usage.some((one) => one.name === name),
  );
  return missing.map((name) => ({
    message: `${name} had no machine when the checkpoint was taken: each copy makes it from its image.`,
    remedy: 'Start it in dev and take a checkpoint again, if something was done on it.',
    path: `elements.${name}`,
  }));
}
