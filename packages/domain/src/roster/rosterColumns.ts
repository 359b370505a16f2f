import type { Problem } from '../errors.ts';

/** What a column of a roster can be about. */
export type RosterField =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'login'
  | 'studentNumber'
  | 'section'
  | 'team'
  | 'role';

export interface RosterColumns {
  readonly columns: ReadonlyMap<RosterField, number>;
  /** Names of columns that mean nothing here. */
  readonly ignored: readonly string[];
  readonly problems: readonly Problem[];
}

/** How the columns are called in what school systems and people write; compared without case, spaces and punctuation. */
const spellings: Readonly<Record<RosterField, readonly string[]>> = {
  name: ['name', 'fullname', 'displayname', 'student', 'studentname', 'person'],
  firstName: ['firstname', 'givenname', 'forename', 'vorname', 'prénom', 'nombre'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname', 'nom', 'apellidos'],
  email: ['email', 'mail', 'emailaddress', 'correo', 'courriel'],
  login: ['login', 'username', 'user', 'loginid', 'account'],
  studentNumber: [
    'studentnumber',
    'number',
    'id',
    'studentid',
    'idnumber',
    'sisid',
    'matriculation',
    'matrikelnummer',
  ],
  section: ['section', 'sections', 'class', 'coursesection'],
  team: ['team', 'group', 'groupname', 'teamname', 'gruppe'],
  role: ['role'],
};

const fieldOf = new Map(
  Object.entries(spellings).flatMap(([field, names]) =>
    names.map((name) => [name, field as RosterField] as const),
  ),
);

/** From the first line of the file. Throws nothing: what is wrong is in `problems`. */
export function readRosterColumns(header: readonly string[], line: number): RosterColumns {
  const columns = new Map<RosterField, number>();
  const ignored: string[] = [];
  const problems: Problem[] = [];
  header.forEach((title, index) => {
    const field = fieldOf.get(plain(title));
    if (!field) {
      if (title.trim() !== '') ignored.push(title.trim());
    } else if (columns.has(field)) {
      problems.push({
        line,
        message: `Two columns mean the same: ${title.trim()} is the second.`,
        remedy: 'Leave one of them out.',
      });
    } else columns.set(field, index);
  });
  const hasName = columns.has('name') || columns.has('firstName') || columns.has('lastName');
  const hasKey = columns.has('email') || columns.has('login');
  if (!hasName || !hasKey) {
    const missing = [!hasName && 'name', !hasKey && 'e-mail'].filter(Boolean).join(' and none ');
    problems.push({
      line,
      message: `The first line names the columns, and none is called ${missing}.`,
      remedy: 'Begin the file with a line such as: name, e-mail, id, section, team',
    });
  }
  return { columns, ignored, problems };
}

function plain(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
