import type { PlainNeeds } from './plainNeeds.ts';

/** `Desktop, 2 machines, web server on a cluster of 3 nodes`: what each student gets. */
export function describeNeeds({ container, desktop, vm, cluster, webserver }: PlainNeeds): string {
  const nodes = cluster?.nodes ?? 1;
  const size = nodes === 1 ? '' : ` of ${nodes} nodes`;
  const kubernetes = webserver ? `web server on a cluster${size}` : `cluster${size}`;
  const parts = [
    ...(desktop ? ['desktop'] : []),
    ...(container ? [container.count === 1 ? 'machine' : `${container.count} machines`] : []),
    ...(vm ? ['virtual machine'] : []),
    ...(cluster || webserver ? [kubernetes] : []),
  ].join(', ');
  return parts.charAt(0).toUpperCase() + parts.slice(1);
}
