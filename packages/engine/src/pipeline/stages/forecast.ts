import {
  catalogueImages,
  estimateNeeds,
  estimateWork,
  forecastClass,
  measuredNeeds,
  parseBlueprint,
  printSize,
} from '@labcast/domain';
import type { PresentLab } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import { parseCheckpoint } from '../parseCheckpoint.ts';
import type { RunContext, StageEnd } from '../runContext.ts';

/** What the class will take, from what this checkpoint used; fails with the numbers when it does not fit. */
export async function forecast({
  run,
  checkpoint,
  deps,
  save,
  log,
}: RunContext): Promise<StageEnd> {
  const { store, settings } = deps;
  const seen = await store.findHostObservation();
  if (!seen) return { state: 'failed', message: 'Nobody has looked at the lab host yet.' };
  const blueprint = parseCheckpoint(checkpoint);
  const { observation: host } = seen;
  const { students } = run;
  const present = await store.listLabs();
  const labs = presentLabs(present, run.assignmentId);
  const hasProd = present.some(
    ({ assignmentId, role }) => assignmentId === run.assignmentId && role === 'prod',
  );
  const result = forecastClass({
    students,
    ...(!hasProd && { also: 'prod' }),
    needs: measuredNeeds(estimateNeeds(blueprint), checkpoint.usage),
    work: estimateWork(blueprint),
    host,
    labs,
    ...(settings.overcommit && { overcommit: settings.overcommit }),
  });
  await save({
    forecast: { ...result, students, host, labs: labs.length, measured: checkpoint.usage },
  });
  const { idleMemoryBytes, writtenBytes, seconds } = result.class;
  const sum =
    `${String(students)} students: at least ${printSize(idleMemoryBytes)} of memory, ` +
    `${printSize(writtenBytes)} written to disk, ready in about ${String(Math.ceil(seconds))} s.`;
  if (result.fits) return { state: 'passed', message: sum };
  for (const { message } of result.waysOut) await log({ message }, 'warning');
  return {
    state: 'failed',
    message: result.problems.map(({ message }) => message).join(' '),
    problems: result.problems,
  };
}

/** Of others: the students' environments of this assignment are what is forecast. */
function presentLabs(
  labs: readonly Environment[],
  assignmentId: Environment['assignmentId'],
): PresentLab[] {
  return labs.flatMap((lab) => {
    if (lab.assignmentId === assignmentId && lab.role === 'student') return [];
    const parsed = parseBlueprint(lab.blueprint, { file: 'lab.yaml', catalogue: catalogueImages });
    if (!('blueprint' in parsed)) return [];
    const name = lab.role === 'dev' ? lab.assignmentName : `${lab.assignmentName}/${lab.name}`;
    return [
      {
        name,
        needs: estimateNeeds(parsed.blueprint),
        isRunning: lab.wanted === 'running',
        isOwn: lab.assignmentId === assignmentId,
      },
    ];
  });
}
