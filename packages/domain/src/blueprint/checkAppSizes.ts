import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import { printSize } from '../units/size.ts';
import type { AppElement, ClusterElement } from './blueprint.ts';
import type { Report } from './placedProblem.ts';

/** What an app's sizes are judged by; what is not known judges nothing. */
export interface AppSurroundings {
  readonly image: CatalogueImage | undefined;
  readonly cluster: ClusterElement | undefined;
  readonly report: Report;
}

/** What one replica may use has to be enough for its image and to fit into one node, else it could never be used. */
export function checkAppSizes(name: string, app: AppElement, surroundings: AppSurroundings): void {
  const { image, cluster, report } = surroundings;
  if (app.volume && app.replicas > 1)
    report(['elements', name, 'replicas'], {
      message: `${name} has a volume, so it has one replica`,
      remedy: 'Write replicas: 1, or remove the volume.',
    });
  const least = image?.kind === 'app' ? image.minimum : undefined;
  const sizes: Size[] = [
    {
      field: 'memory',
      given: app.memoryBytes,
      least: least?.memoryBytes,
      most: cluster?.memoryBytes,
      print: printSize,
    },
    { field: 'cpu', given: app.cpu, least: least?.cpu, most: cluster?.cpu, print: printCores },
    {
      field: 'volume',
      given: app.volume?.sizeBytes,
      least: undefined,
      most: cluster?.storageBytes,
      print: printSize,
    },
  ];
  for (const size of sizes) checkSize(name, app, size, report);
}

interface Size {
  readonly field: string;
  readonly given: number | undefined;
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly print: (amount: number) => string;
}

function checkSize(name: string, app: AppElement, size: Size, report: Report): void {
  const { field, given, least, most, print } = size;
  if (given === undefined) return;
  if (least !== undefined && given < least)
    report(['elements', name, field], {
      message: `${field} of ${name} is ${print(given)}, ${app.image} needs at least ${print(least)}`,
      remedy: `Make it ${print(least)} or more.`,
    });
  if (most !== undefined && given > most)
    report(['elements', name, field], {
      message: `${field} of ${name} is ${print(given)}, a node of ${app.on} has ${print(most)}`,
      remedy: `Make it smaller, or the nodes of ${app.on} larger.`,
    });
}

function printCores(cores: number): string {
  return `${cores} ${cores === 1 ? 'core' : 'cores'}`;
}
