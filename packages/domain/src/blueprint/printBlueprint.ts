import { Document, Scalar, visit } from 'yaml';
import { writeDuration } from '../units/duration.ts';
import { writeSize } from '../units/size.ts';
import type {
  AppElement,
  Attachment,
  Blueprint,
  BlueprintFile,
  Check,
  ClusterElement,
  ContainerElement,
  Element,
  VmElement,
} from './blueprint.ts';
import { unreadableCharacter } from './findUnreadable.ts';

/**
 * `lab.yaml` text that gives exactly this blueprint again. Sizes and addresses are written out, so that another default or
 * another element moves nothing.
 */
export function printBlueprint(blueprint: Blueprint): string {
  const lab = {
    version: blueprint.version,
    title: blueprint.title,
    networks: blueprint.networks,
    elements: Object.fromEntries(
      Object.entries(blueprint.elements).map(([name, element]) => [name, writeElement(element)]),
    ),
    checks: nonEmpty(blueprint.checks.map(writeCheck)),
    instructions: blueprint.instructions,
    solution: blueprint.solution?.map(({ on, run }) => ({ on, run })),
  };
  // Aliases are not read back.
  const document = new Document(lab, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && needsQuotes(node.value))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  // Long lines stay whole, so that commands can be copied.
  return escapeUnreadable(document.toString({ lineWidth: 0 }));
}

/** The library writes lines of nothing but spaces as a block that is read without them. */
function needsQuotes(text: string): boolean {
  return unreadableCharacter.test(text) || /^[ \t]+$/m.test(text);
}

/** Of a text in which such characters stand in double quotes only. */
function escapeUnreadable(text: string): string {
  return text.replaceAll(
    new RegExp(unreadableCharacter, 'gu'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function writeElement(element: Element): object {
  switch (element.kind) {
    case 'container':
      return writeContainer(element);
    case 'vm':
      return writeVm(element);
    case 'cluster':
      return writeCluster(element);
    case 'app':
      return writeApp(element);
  }
}

function writeContainer(element: ContainerElement): object {
  return {
    kind: element.kind,
    image: element.image,
    ...writeSizes(element),
    networks: element.networks.map(writeAddress),
    files: nonEmpty(element.files.map(writeFile)),
    run: nonEmpty(element.run),
    ports: nonEmpty(element.ports),
  };
}

function writeVm(element: VmElement): object {
  return {
    kind: element.kind,
    image: element.image,
    ...writeSizes(element),
    networks: element.networks.map(writeAddress),
    firmware: element.firmware,
  };
}

function writeAddress({ network, addresses }: Attachment): object {
  return { name: network, address: addresses[0] };
}

function writeCluster(element: ClusterElement): object {
  return {
    kind: element.kind,
    nodes: element.nodes,
    ...writeSizes(element),
    networks: element.networks.map(writeNodeAddresses),
  };
}

function writeNodeAddresses({ network, addresses }: Attachment): object {
  return addresses.length === 1
    ? { name: network, address: addresses[0] }
    : { name: network, addresses };
}

function writeApp(element: AppElement): object {
  const { cpu, memoryBytes, volume, environment, files } = element;
  return {
    kind: element.kind,
    on: element.on,
    image: element.image,
    port: element.port,
    containerPort: element.containerPort,
    replicas: element.replicas,
    cpu,
    memory: memoryBytes === undefined ? undefined : writeSize(memoryBytes),
    volume: volume && { path: volume.path, size: writeSize(volume.sizeBytes) },
    environment: Object.keys(environment).length === 0 ? undefined : environment,
    // In a cluster a file belongs to whoever runs the app.
    files: nonEmpty(files.map(({ path, content, mode }) => ({ path, content, mode }))),
  };
}

function writeSizes(sizes: { cpu: number; memoryBytes: number; storageBytes: number }): object {
  return {
    cpu: sizes.cpu,
    memory: writeSize(sizes.memoryBytes),
    storage: writeSize(sizes.storageBytes),
  };
}

function writeFile({ path, content, mode, owner }: BlueprintFile): object {
  return { path, content, mode, owner };
}

function writeCheck(check: Check): object {
  return {
    name: check.name,
    on: check.on,
    run: check.run,
    expect: check.expect,
    timeout: writeDuration(check.timeoutSeconds),
    step: check.step,
  };
}

/** What is left out is what it would be by itself. */
function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
