import { isInExam } from '@labcast/domain';
import type { AssignmentId, ClassPolicy, Store } from '@labcast/store';
import type { z } from 'zod';
import type { policyRequest } from '../schemas/class.ts';
import { studentsOf } from './readClass.ts';

/** An exam takes the internet away from every lab that is there; its end gives it back, which the engine's clock sees. */
export async function savePolicy(
  store: Pick<Store, 'saveClassPolicy' | 'getClassPolicy' | 'listLabs' | 'changeWanted'>,
  id: AssignmentId,
  { deadline, idleMinutes, exam }: z.output<typeof policyRequest>,
): Promise<ClassPolicy> {
  const { startsAt, endsAt } = exam ?? {};
  await store.saveClassPolicy(id, {
    ...(deadline && { deadline: new Date(deadline) }),
    ...(idleMinutes && { idleMinutes }),
    ...(exam && {
      exam: {
        ...(startsAt !== undefined && { startsAt }),
        ...(endsAt !== undefined && { endsAt }),
      },
    }),
  });
  const now = new Date();
  for (const environment of studentsOf(await store.listLabs(), id)) {
    const sealed = isInExam(environment, now);
    if (environment.sealed === sealed || environment.wanted === 'absent') continue;
    await store.changeWanted(environment.id, { sealed });
  }
  return store.getClassPolicy(id);
}
