import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import type { AppElement, ClusterElement } from './blueprint.ts';
import { checkAppCluster, checkAppImage, checkAppPort } from './checkApp.ts';
import { checkAppSizes } from './checkAppSizes.ts';
import type { ElementContext } from './elementContext.ts';
import type { ElementOfFile } from './labSchema.ts';
import { resolveFiles } from './resolveFiles.ts';
import { readCores, readSize } from './resolveSizes.ts';

type AppOfFile = Extract<ElementOfFile, { kind: 'app' }>;

export function resolveApp(
  name: string,
  element: AppOfFile,
  clusters: ReadonlyMap<string, ClusterElement>,
  context: ElementContext,
): AppElement {
  const image = context.catalogue.find((known) => known.name === element.image);
  const app = {
    kind: 'app' as const,
    on: element.on,
    image: element.image,
    ...resolvePorts(element, image),
    replicas: element.replicas,
    ...(element.cpu !== undefined && { cpu: readCores(element.cpu) }),
    ...(element.memory !== undefined && { memoryBytes: readSize(element.memory) }),
    ...(element.volume && {
      volume: { path: element.volume.path, sizeBytes: readSize(element.volume.size) },
    }),
    environment: element.environment,
    files: resolveFiles(name, element.files, context.report),
  };
  checkAppImage(name, image, context);
  checkAppCluster(name, element.on, context);
  checkAppPort(name, app, context.report);
  checkAppSizes(name, app, { image, cluster: clusters.get(element.on), report: context.report });
  return app;
}

/** Port 0 stands for none, which `checkAppPort` refuses. */
function resolvePorts(
  element: AppOfFile,
  image: CatalogueImage | undefined,
): Pick<AppElement, 'port' | 'containerPort'> {
  const port = element.port ?? image?.port ?? 0;
  return { port, containerPort: element.containerPort ?? image?.port ?? port };
}
