import type { ApiClient, Receipts } from '@labcast/api-client';
import { CommandError } from '../commandError.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exitCodes.ts';
import { print, printJson } from '../output/print.ts';
import { renderReceipt } from '../output/renderReceipt.ts';
import { waitUntilGone } from './waitUntilGone.ts';

export interface StudentsRemoval {
  readonly assignment: string;
  readonly who: { readonly environment?: string; readonly section?: string | undefined };
  readonly wait: boolean;
  /** Throws when the person does not agree to lose what is named. */
  readonly agree: (what: string) => Promise<void>;
}

type Removed = Receipts['environments'];

/** Removes labs of students with their checkpoints, waits for their end and prints the receipt. */
export async function removeStudents(
  context: Context,
  client: ApiClient,
  { assignment, who, wait, agree }: StudentsRemoval,
): Promise<void> {
  const before = await readReceipts(client, assignment, who);
  const there = before.filter(({ removedAt }) => removedAt === undefined);
  const own = there.filter(({ role }) => role === 'student');
  // A copy of frozen work can go alone, and goes with its student.
  const students = own.length > 0 ? own : there.filter(({ role }) => role === 'rehearsal');
  if (there.length === 0) {
    showReceipt(context, assignment, before);
    return;
  }
  if (students.length > 0) {
    const { length } = students;
    await agree(
      length === 1
        ? `the lab ${assignment}/${students[0]?.environment ?? ''} with its data and its checkpoints`
        : `the labs of ${String(length)} students of ${assignment} with their data and checkpoints`,
    );
    const result = await client.classAction(assignment, {
      action: 'delete',
      environments: students.map(({ environment }) => environment),
      confirm: String(length),
    });
    if (result.refused.length > 0) {
      const lines = result.refused.map(({ environment, reason }) => `${environment}: ${reason}`);
      throw new CommandError('request-invalid', lines.join('\n'));
    }
  }
  if (!wait) {
    if (context.json) printJson({ environments: there });
    else print(`Accepted. See how it ends: labcast receipt ${assignment}`);
    return;
  }
  const views = await Promise.all(
    there.map(({ environment }) => client.environment(assignment, environment)),
  );
  await waitUntilGone(context, client, views);
  // A checkpoint that was taken in between is on it too.
  const old = new Set(
    before.filter(({ removedAt }) => removedAt !== undefined).map(({ id }) => id),
  );
  const after = await readReceipts(client, assignment, who);
  showReceipt(
    context,
    assignment,
    after.filter(({ id }) => !old.has(id)),
  );
}

/** Throws when nobody was ever there. */
async function readReceipts(
  client: ApiClient,
  assignment: string,
  who: StudentsRemoval['who'],
): Promise<Removed> {
  const { environment, section } = who;
  const { environments } = await client.receipts(assignment, {
    ...(environment !== undefined && { environment }),
    ...(section !== undefined && { section }),
  });
  if (environments.some(({ role }) => role === 'student' || role === 'rehearsal'))
    return environments;
  const name = environment ?? `section ${section ?? ''}`;
  throw new CommandError('environment-not-found', `${assignment} has no student lab of ${name}.`, {
    remedy: `See who there is: labcast class ${assignment}`,
  });
}

function showReceipt(context: Context, assignment: string, environments: Removed): void {
  if (environments.some(({ complete }) => !complete)) process.exitCode = exitCodes.failed;
  if (context.json) printJson({ environments });
  else print(renderReceipt(assignment, environments));
}
