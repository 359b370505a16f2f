import type { PlainNeeds, SizeWishes } from './plainNeeds.ts';

/** A machine, or a cluster's nodes, that somebody wishes for. */
export interface WishedElement {
  /** In `lab.yaml`. */
  readonly name: string;
  readonly kind: 'container' | 'vm' | 'cluster';
  /** In the catalogue; its sizes hold where the wish names none. */
  readonly image: string;
  readonly nodes?: number;
  readonly sizes: SizeWishes;
  /** Where the wish stands: `desktop` in `desktop.memory`. */
  readonly path: string;
}

/** In the order of the canvas: what is seen first, first. */
export function wishedElements(needs: PlainNeeds): WishedElement[] {
  const { container, desktop, vm, cluster, webserver } = needs;
  const count = container?.count ?? 0;
  const machines = Array.from({ length: count }, (_, index): WishedElement => {
    const name = count === 1 ? 'machine' : `machine-${index + 1}`;
    const sizes = container ?? {};
    return { name, kind: 'container', image: 'debian-12', sizes, path: 'container' };
  });
  const nodes = cluster?.nodes ?? (webserver ? 1 : 0);
  return [
    ...one({ name: 'desktop', kind: 'container', image: 'desktop', path: 'desktop' }, desktop),
    ...machines,
    ...one({ name: 'vm', kind: 'vm', image: 'debian-vm', path: 'vm' }, vm),
    ...one(
      { name: 'cluster', kind: 'cluster', image: 'kubernetes-node', nodes, path: 'cluster' },
      nodes === 0 ? undefined : (cluster ?? true),
    ),
  ];
}

function one(
  element: Omit<WishedElement, 'sizes'>,
  wish: boolean | SizeWishes | undefined,
): WishedElement[] {
  if (wish === undefined || wish === false) return [];
  return [{ ...element, sizes: wish === true ? {} : wish }];
}
