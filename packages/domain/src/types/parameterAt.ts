import type { Blueprint, Element } from '../blueprint/blueprint.ts';
import { limits } from '../blueprint/labSchema.ts';
import type { CatalogueImage, ImageNeeds } from '../catalogue/catalogueImage.ts';
import { writeSize } from '../units/size.ts';
import type { TypeParameter } from './labType.ts';

type Derived = Pick<TypeParameter, 'kind' | 'default' | 'minimum' | 'maximum'>;

/**
 * What a path of the blueprint can be as a parameter: its kind, its present value as the default, and its bounds.
 * Undefined for a path that names nothing a parameter can stand for.
 */
export function parameterAt(
  path: string,
  blueprint: Blueprint,
  catalogue: readonly CatalogueImage[],
): Derived | undefined {
  return parametersOf(blueprint, catalogue).get(path);
}

/** Every path that a parameter can stand for. */
export function parameterPaths(
  blueprint: Blueprint,
  catalogue: readonly CatalogueImage[],
): string[] {
  return [...parametersOf(blueprint, catalogue).keys()];
}

function parametersOf(
  blueprint: Blueprint,
  catalogue: readonly CatalogueImage[],
): Map<string, Derived> {
  return new Map(
    Object.entries(blueprint.elements).flatMap(([name, element]) =>
      Object.entries(fieldsOf(element, catalogue)).map(
        ([field, derived]) => [`elements.${name}.${field}`, derived] as const,
      ),
    ),
  );
}

function fieldsOf(
  element: Element,
  catalogue: readonly CatalogueImage[],
): Readonly<Record<string, Derived>> {
  if (element.kind === 'app') return fieldsOfApp(element);
  const isCluster = element.kind === 'cluster';
  const image = catalogue.find(({ kind, name }) =>
    isCluster ? kind === 'node' : name === element.image,
  );
  return {
    ...(!isCluster && { image: { kind: 'text', default: element.image } as const }),
    ...(isCluster && { nodes: count(element.nodes, limits.nodes) }),
    ...sizes(element, image?.minimum),
  };
}

function fieldsOfApp(app: Extract<Element, { kind: 'app' }>): Readonly<Record<string, Derived>> {
  const { image, port, replicas, cpu, memoryBytes, volume } = app;
  return {
    image: { kind: 'text', default: image },
    port: count(port, 65_535),
    // Two writers on one volume would destroy it.
    ...(!volume && { replicas: count(replicas, 100) }),
    ...(cpu !== undefined && { cpu: { kind: 'cores', default: String(cpu) } as const }),
    ...(memoryBytes !== undefined && { memory: size(memoryBytes) }),
    ...(volume && { 'volume.size': size(volume.sizeBytes) }),
  };
}

function sizes(element: ImageNeeds, minimum: ImageNeeds | undefined) {
  const { cpu, memoryBytes, storageBytes } = element;
  return {
    cpu: {
      kind: 'cores',
      default: String(cpu),
      ...(minimum && { minimum: String(minimum.cpu) }),
    } as const,
    memory: size(memoryBytes, minimum?.memoryBytes),
    storage: size(storageBytes, minimum?.storageBytes),
  };
}

function size(bytes: number, least?: number): Derived {
  const minimum = least !== undefined && { minimum: writeSize(least) };
  return { kind: 'size', default: writeSize(bytes), ...minimum };
}

function count(value: number, most: number): Derived {
  return { kind: 'count', default: String(value), minimum: '1', maximum: String(most) };
}
