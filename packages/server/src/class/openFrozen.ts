import { LabcastError, originsOf } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import { frozenCopyName } from '../assignments/removeAssignment.ts';
import { admission } from '../admission.ts';
import type { RouteDeps } from '../deps.ts';
import { parseLab } from '../labs.ts';

/**
 * A copy of what was frozen, never the frozen work itself, so whatever is done while looking at it changes nothing. To be
 * read it has no internet, so nothing in it can tell anybody; to run it has what the lab has. Asked for again it is the
 * same copy.
 */
export async function openFrozen(
  deps: Pick<RouteDeps, 'store' | 'settings'>,
  frozen: Environment,
  mode: 'read' | 'run',
): Promise<Environment> {
  const { store } = deps;
  const { id, assignmentId, assignmentName, name } = frozen;
  const checkpoints = await store.listCheckpoints(assignmentId);
  const kept = checkpoints.find(
    ({ sourceId, reason, state, isGoing }) =>
      sourceId === id && reason === 'deadline' && state === 'kept' && !isGoing,
  );
  if (!frozen.frozenAt || !kept) {
    throw new LabcastError('request-invalid', `${assignmentName}/${name} is not frozen.`, {
      remedy: 'It is frozen at the deadline, or by "labcast freeze".',
    });
  }
  const copyName = frozenCopyName(name);
  const present = await store.findEnvironment(assignmentName, copyName);
  const sealed = mode === 'read' || frozen.sealed;
  if (present) {
    if (present.sealed === sealed && present.wanted === 'running') return present;
    return store.changeWanted(present.id, { wanted: 'running', sealed });
  }
  const blueprint = parseLab(kept.blueprint);
  const [copy] = await store.createEnvironments(
    [
      {
        assignmentId,
        role: 'rehearsal',
        name: copyName,
        wanted: 'running',
        blueprint: kept.blueprint,
        origins: originsOf(blueprint, kept.key),
        sealed,
        // For what is compared with it and exported.
        ...(frozen.releaseNumber !== undefined && { releaseNumber: frozen.releaseNumber }),
      },
    ],
    await admission(deps, blueprint),
  );
  if (!copy) throw new Error('An environment that was made is not there.');
  return copy;
}
