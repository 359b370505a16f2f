import type { Blueprint } from '@labcast/domain';
import type { ELK } from 'elkjs/lib/elk-api.js';
import type { Positions } from '../design/Design.ts';
import { networksOf, sizeOf } from './placeAll.ts';
import { gap, railGap, railHeight } from './sizes.ts';

/** Places for everything, so that wires cross little. The library that finds them is loaded when it is first needed. */
export async function tidy(lab: Blueprint): Promise<Positions> {
  const { default: loaded } = await import('elkjs/lib/elk.bundled.js');
  // Its types take the bundle for something to be imported in another way than bundlers do.
  const Elk = loaded as unknown as new () => ELK;
  const networks = Object.keys(lab.networks);
  const machines = Object.entries(lab.elements).filter(([, element]) => element.kind !== 'app');
  const ordered = await new Elk().layout({
    id: 'lab',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN' },
    children: [
      ...networks.map((name) => ({ id: `network:${name}`, width: 400, height: railHeight })),
      ...machines.map(([name]) => ({ id: name, ...sizeOf(lab, name) })),
    ],
    edges: machines.flatMap(([name, element]) =>
      networksOf(element).map((network, index) => ({
        id: `${name}>${network}`,
        // The first network is above, every other one below.
        sources: [index === 0 ? `network:${network}` : name],
        targets: [index === 0 ? name : `network:${network}`],
      })),
    ),
  });
  const found = new Map(ordered.children?.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  return inRows(lab, found);
}

type Found = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** The order that was found, in rows that fit a screen: one network after the other. */
function inRows(lab: Blueprint, found: Found): Positions {
  const at = (id: string) => found.get(id) ?? { x: 0, y: 0 };
  const networks = Object.keys(lab.networks).sort(
    (a, b) => at(`network:${a}`).y - at(`network:${b}`).y,
  );
  const positions: Record<string, { x: number; y: number }> = {};
  let y = 0;
  for (const network of networks) {
    const names = Object.keys(lab.elements)
      .filter((name) => firstNetwork(lab, name) === network)
      .sort((a, b) => at(a).x - at(b).x);
    positions[network] = { x: 0, y };
    y += railHeight + railGap;
    const columns = Math.max(4, Math.ceil(Math.sqrt(names.length * 1.4)));
    for (let start = 0; start < names.length; start += columns) {
      const row = names.slice(start, start + columns);
      row.forEach((name, column) => {
        positions[name] = { x: column * (sizeOf(lab, name).width + gap.x), y };
      });
      y += Math.max(...row.map((name) => sizeOf(lab, name).height)) + gap.y;
    }
    y += railGap / 2;
  }
  return positions;
}

function firstNetwork(lab: Blueprint, name: string): string | undefined {
  const element = lab.elements[name];
  return element && networksOf(element)[0];
}
