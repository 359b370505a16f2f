import type { Receipts } from '@labcast/api-client';
import { environmentName } from '../environmentName.ts';
import { formatTime } from './format.ts';
import { paint } from './style.ts';
import { formatTable } from './table.ts';

type ReceiptEnvironment = Receipts['environments'][number];

/** What was allocated, and when it was seen to be gone. */
export function renderReceipt(
  assignment: string,
  environments: readonly ReceiptEnvironment[],
): string {
  const each = environments.map((receipt) =>
    renderEnvironment(environmentName({ assignment, ...receipt }), receipt),
  );
  return (environments.length > 1 ? [...each, renderTotal(environments)] : each).join('\n\n');
}

/** Of a class nobody adds up the receipts of all the labs. */
function renderTotal(environments: readonly ReceiptEnvironment[]): string {
  const rows = environments.flatMap((receipt) => receipt.rows);
  const gone = rows.filter((row) => row.goneAt !== undefined).length;
  const mark = gone === rows.length ? paint('green', '✔') : paint('red', '✖');
  return `${mark} In all: ${String(gone)} of ${String(rows.length)} in ${String(environments.length)} environments were seen to be gone.`;
}

function renderEnvironment(name: string, receipt: ReceiptEnvironment): string {
  const { rows, complete, removedAt, of } = receipt;
  const time = (at: string | undefined): string =>
    at === undefined ? '' : formatTime(new Date(at));
  const present = removedAt === undefined ? 'in use' : paint('red', 'still there');
  const table = formatTable(
    ['KIND', 'NAME', 'REQUESTED', 'SEEN', 'GONE'],
    rows.map((row) => [
      row.kind,
      row.name,
      time(row.requestedAt),
      time(row.seenAt),
      row.goneAt === undefined ? present : time(row.goneAt),
    ]),
  );
  const left = rows.filter((row) => row.goneAt === undefined).length;
  const what = of === undefined ? name : `${name}, a checkpoint of ${of}`;
  return [`Receipt of ${what}, made ${receipt.createdAt}`, table, verdict()].join('\n');

  function verdict(): string {
    if (rows.length === 0) return 'Nothing was allocated.';
    if (complete) return `${paint('green', '✔')} All ${String(rows.length)} were seen to be gone.`;
    if (removedAt === undefined) return `${String(left)} of ${String(rows.length)} are in use.`;
    return `${paint('red', '✖')} ${String(left)} of ${String(rows.length)} are not gone. Remove them: labcast sweep`;
  }
}
