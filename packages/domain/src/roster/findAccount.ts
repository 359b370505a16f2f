import type { RosterAccount, RosterMember } from './planImport.ts';
import type { RosterRow } from './rosterRow.ts';

interface Found<Id> {
  readonly id?: Id;
  readonly fault?: string;
}

/**
 * Whom a line is about: first by the login that it gives, then by e-mail, then by student number within the course.
 * Nobody for somebody new, and a fault where it cannot be told.
 */
export function findAccount<Id extends string>({
  members,
  accounts,
}: {
  readonly members: readonly RosterMember<Id>[];
  readonly accounts: readonly RosterAccount<Id>[];
}): (row: RosterRow) => Found<Id> {
  const byLogin = new Map(accounts.map((one) => [one.login, one]));
  const byEmail = Map.groupBy(
    accounts.filter(({ email }) => email !== undefined),
    ({ email = '' }) => email.toLowerCase(),
  );
  const memberIds = new Set(members.map(({ id }) => id));
  const byNumber = new Map(
    members.flatMap((one) => (one.studentNumber === undefined ? [] : [[one.studentNumber, one]])),
  );
  const withEmail = (email: string | undefined) => {
    const all = email === undefined ? [] : (byEmail.get(email.toLowerCase()) ?? []);
    const here = all.filter(({ id }) => memberIds.has(id));
    return here.length > 0 ? here : all;
  };
  const isSomebodyElse = (account: RosterAccount<Id>, row: RosterRow) =>
    !memberIds.has(account.id) && hasOtherEmail(account, row);
  return (row) => {
    const named = byLogin.get(row.login);
    const mailed = withEmail(row.email);
    const found = row.hasLogin ? (named ?? mailed[0]) : (mailed[0] ?? named);
    if (named && found === named && isSomebodyElse(named, row)) {
      return { fault: `The login ${row.login} is somebody else's.` };
    }
    if (found !== named && mailed.length > 1) {
      return { fault: 'More than one account has this e-mail: add a column login.' };
    }
    const one = found ?? byNumber.get(row.given.studentNumber ?? '');
    return one ? { id: one.id } : {};
  };
}

function hasOtherEmail(account: RosterAccount, { email = account.email }: RosterRow): boolean {
  return account.email !== undefined && account.email.toLowerCase() !== email?.toLowerCase();
}
