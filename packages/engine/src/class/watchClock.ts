import { freezesAt, idleStopAt, isInExam } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

/** Only one process looks at a time; the clock of each look is all that counts, so a jump neither repeats nor misses. */
export async function watchClock({ store, now: clock }: ReconcileDeps): Promise<void> {
  const now = clock();
  const students = (await store.listLabs()).filter(
    ({ role, wanted }) => role === 'student' && wanted !== 'absent',
  );
  const due = students.filter((one) => isDue(one, now));
  if (due.length > 0) {
    const unfinished = await store.listUnfinishedTasks();
    const freezing = new Set(
      unfinished.filter(({ kind }) => kind === 'freeze').map((task) => task.environmentId),
    );
    for (const { id } of due) {
      if (freezing.has(id)) continue;
      await store.createTask({
        environmentId: id,
        kind: 'freeze',
        change: { wanted: 'stopped' },
        keepFirst: 'deadline',
        requestedBy: 'the deadline',
      });
    }
  }
  for (const { id, ...environment } of students) {
    const sealed = isInExam(environment, now);
    if (sealed !== environment.sealed) await store.changeWanted(id, { sealed });
  }
  for (const environment of students) {
    if (!isIdle(environment, now)) continue;
    await store.changeWanted(environment.id, { wanted: 'stopped' });
    await store.appendLog(environment.id, {
      level: 'info',
      message: `Stopped, because nobody was there for ${String(environment.idleMinutes)} minutes.`,
    });
  }
}

function isDue(environment: Environment, now: Date): boolean {
  const at = freezesAt(environment);
  return at !== undefined && at <= now && environment.frozenAt === undefined;
}

function isIdle(environment: Environment, now: Date): boolean {
  if (environment.wanted !== 'running' || environment.frozenAt) return false;
  const at = idleStopAt(environment, environment);
  return at !== undefined && at <= now;
}
