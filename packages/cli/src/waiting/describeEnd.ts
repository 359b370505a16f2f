import type { EnvironmentView } from '@labcast/api-client';
import { environmentName } from '../environmentName.ts';
import { formatDuration } from '../output/format.ts';
import { formatState } from '../output/style.ts';
import { removalHint } from './removalHint.ts';

/** What there is now, at which addresses, and what can be done with it. */
export function describeEnd(view: EnvironmentView, durationMs: number): string {
  const name = environmentName(view);
  const lines = [`${formatState(view.status.state)}  ${name} (${formatDuration(durationMs)})`];
  if (view.wanted === 'stopped') {
    lines.push(`Its disks are kept. Start it again: labcast start ${name}`);
    return lines.join('\n');
  }
  const apps = view.status.elements.filter((element) => element.url !== undefined);
  for (const app of apps) {
    const which = apps.length > 1 ? ` ${app.name}` : '';
    lines.push(`Page inside the lab: ${app.url ?? ''}`, `See it:     labcast open ${name}${which}`);
  }
  for (const element of view.status.elements) {
    if (element.kind !== 'container' && element.kind !== 'cluster') continue;
    const address = element.addresses[0] === undefined ? '' : ` (${element.addresses.join(', ')})`;
    lines.push(`Shell:      labcast exec ${name} ${element.name}${address}`);
  }
  lines.push(removalHint(view));
  return lines.join('\n');
}
