import type { EnvironmentView } from '@labcast/api-client';
import { environmentName } from '../environmentName.ts';
import { renderProgress } from '../waiting/renderProgress.ts';
import { formatAge } from './format.ts';
import { formatState, paint } from './style.ts';
import { formatTable } from './table.ts';

/** One environment for people: what it is, its elements, and what is going on or went wrong. */
export function renderStatus(view: EnvironmentView, now: Date): string {
  const { status } = view;
  const kind = [view.type, view.role].filter((part) => part !== undefined).join(', ');
  const made = `${kind}, key ${view.key}, created ${formatAge(view.createdAt, now)}`;
  const blocks = [`${formatState(status.state)}  ${environmentName(view)}  ${paint('dim', made)}`];
  if (status.elements.length > 0) blocks.push(renderElements(view));
  const told = status.elements.flatMap((element) => tellOf(element, view, now));
  if (told.length > 0) blocks.push(told.join('\n'));
  const emulated = status.elements.filter(({ acceleration }) => acceleration === 'software');
  if (emulated.length > 0) blocks.push(renderEmulation(emulated.map(({ name }) => name)));
  if (!view.settled && status.steps.length > 0) {
    blocks.push(renderProgress(view, { start: new Date(view.updatedAt), now }));
  }
  const open = status.conditions.filter((condition) => condition.status !== 'true');
  if (status.state !== 'stopped' && open.length > 0) {
    blocks.push(
      open.map(({ message, since }) => `! ${message} (${formatAge(since, now)})`).join('\n'),
    );
  }
  if (status.lastError && !view.settled) blocks.push(renderError(view, now));
  return blocks.join('\n\n');
}

function renderElements(view: EnvironmentView): string {
  const rows = view.status.elements.map((element) => [
    element.name,
    element.kind,
    formatState(element.state),
    element.url ?? element.addresses.join(', '),
    element.reason ?? '',
  ]);
  return formatTable(['ELEMENT', 'KIND', 'STATE', 'ADDRESS', ''], rows);
}

/** What a person can do about it, unless that is said of the last error, and what happened without Labcast. */
function tellOf(
  { name, remedy, notice, reason }: EnvironmentView['status']['elements'][number],
  { settled, status: { lastError } }: EnvironmentView,
  now: Date,
): string[] {
  const isSaid = notice === undefined || notice.message === reason;
  const isOwn = remedy !== undefined && (settled || remedy !== lastError?.remedy);
  return [
    ...(isOwn ? [`! ${name}: ${remedy}`] : []),
    ...(isSaid ? [] : [`! ${notice.message} (${formatAge(notice.at, now)})`]),
  ];
}

function renderEmulation(names: readonly string[]): string {
  const are = names.length === 1 ? 'is' : 'are';
  return `! ${names.join(', ')} ${are} emulated in software, which is slow: the lab host has no KVM that works.`;
}

function renderError(view: EnvironmentView, now: Date): string {
  const { lastError, attempts } = view.status;
  if (!lastError) return '';
  const tried = attempts > 1 ? `, tried ${String(attempts)} times` : '';
  const head = `${paint('red', '✖')} ${lastError.message} (${formatAge(lastError.at, now)}${tried})`;
  const next = `Try again now: labcast retry ${environmentName(view)}. Read more: labcast logs ${environmentName(view)}`;
  return [head, ...(lastError.remedy === undefined ? [] : [lastError.remedy]), next].join('\n');
}
