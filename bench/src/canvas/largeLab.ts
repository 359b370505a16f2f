import type { EnvironmentView } from '@labcast/api-client';

/** Two networks, and so many containers on one or both. */
export function largeLab(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const networks = index % 10 === 0 ? '[lan, dmz]' : index % 2 === 0 ? '[lan]' : '[dmz]';
    return `  ${nameOf(index)}: { kind: container, image: debian-12, memory: 128MiB, networks: ${networks} }`;
  });
  return [
    'version: 1',
    'networks:',
    '  lan: { subnet: 10.10.0.0/23, internet: true }',
    '  dmz: { subnet: 10.20.0.0/23, internet: false }',
    'elements:',
    ...lines,
    '',
  ].join('\n');
}

const nameOf = (index: number): string => `machine-${String(index + 1).padStart(3, '0')}`;

/** That lab as the server tells of it; at each `tick` other machines start, fail and are ready again. */
export function largeEnvironment(count: number, tick: number): EnvironmentView {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    key: 'abcdefg',
    createdAt: '2026-11-24T10:00:00.000Z',
    assignment: 'large',
    environment: 'dev',
    role: 'dev',
    wanted: 'running',
    generation: 1,
    blueprintGeneration: 1,
    settled: false,
    beforeDisks: [],
    clipboard: 'both',
    updatedAt: new Date(Date.UTC(2026, 10, 24, 11) + tick).toISOString(),
    status: {
      state: 'updating',
      conditions: [],
      elements: Array.from({ length: count }, (_, index) => elementAt(index, tick)),
      steps: [],
      attempts: 1,
    },
  };
}

type ElementView = EnvironmentView['status']['elements'][number];

function elementAt(index: number, tick: number): ElementView {
  const turn = (index + tick) % 20;
  const name = nameOf(index);
  const common = { name, kind: 'container' as const, addresses: [], instances: [] };
  if (turn === 0) return { ...common, state: 'starting', reason: `Start ${name}` };
  if (turn === 1) return { ...common, state: 'failed', reason: `${name} ran out of memory.` };
  return { ...common, state: 'ready' };
}
