import type { Change } from '@labcast/api-client';
import { paint } from '../output/style.ts';

const marks: Readonly<Record<Change['action'], string>> = {
  create: '+',
  change: '~',
  restart: '↻',
  replace: '±',
  remove: '-',
};

/** One line for each change; what destroys data says so, and stands last, where it is read. */
export function renderPlan(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing has to change.';
  const ordered = [...changes].sort((a, b) => Number(a.destroysData) - Number(b.destroysData));
  return ordered.map(renderChange).join('\n');
}

function renderChange({ action, element, destroysData, message }: Change): string {
  const line = `${marks[action]} ${action} ${element}: ${message}`;
  return destroysData ? `${paint('red', line, process.stderr)} Its data is destroyed.` : line;
}
