import type { RosterImport } from '@labcast/api-client';

const fields = {
  name: 'name',
  email: 'e-mail',
  role: 'role',
  section: 'section',
  team: 'team',
  studentNumber: 'number',
} as const;

/** Every text of importing people, of codes and of links. */
export const importText = {
  title: 'Import people',
  hint: 'A CSV file whose first line names the columns: name, e-mail, and if you like id, section, team. The same file again only updates.',
  choose: 'Choose a file',
  another: 'Another file',
  unread: 'The file could not be read',
  notImported: 'Not imported',
  counts: (counts: RosterImport['counts']) =>
    [
      `${counts.new} new`,
      `${counts.changed} changed`,
      `${counts.unchanged} unchanged`,
      `${counts.missing} missing from the file`,
      ...(counts.problems > 0
        ? [
            counts.problems === 1
              ? '1 line with a mistake'
              : `${counts.problems} lines with mistakes`,
          ]
        : []),
    ].join(', ') + '.',
  ignored: (columns: string) => `Not used: ${columns}.`,
  problems: 'Lines with mistakes',
  line: (line: number) => `Line ${line}:`,
  kinds: { new: 'New:', changed: 'Changed:' } as Readonly<Record<string, string>>,
  field: ({ field, before, after }: RosterImport['people'][number]['fields'][number]) =>
    `${fields[field]} ${before ?? 'none'} → ${after ?? 'none'}`,
  missing: 'In the course, and not in the file',
  missingHint: 'They stay, unless you choose whom to take out.',
  removeOne: (name: string, login: string) => `Take out ${name} (${login})`,
  /** @param removed those missing from the file who were chosen to be taken out */
  import: (counts: RosterImport['counts'], removed: number) => {
    const taken = `Take out ${removed === 1 ? '1 person' : `${removed} people`}`;
    if (counts.new + counts.changed === 0 && removed > 0) return taken;
    const all = counts.new + counts.changed + counts.unchanged;
    const people = all === 1 ? '1 person' : `${all} people`;
    const button = `Import ${counts.problems > 0 ? `the other ${all}` : people}`;
    const kinds = [
      ...(['new', 'changed', 'unchanged'] as const)
        .filter((kind) => counts[kind] > 0 && counts.new < all)
        .map((kind) => `${counts[kind]} ${kind}`),
      ...(removed > 0 ? [`${removed} taken out`] : []),
    ];
    return kinds.length === 0 ? button : `${button}: ${kinds.join(', ')}`;
  },
  nothing: 'Nothing to import',
  cancel: 'Cancel',
  codesTitle: 'Join by a link or code',
  codesHint:
    'Whoever has it comes into the course as a student. Write it on the board, or send the link.',
  section: 'Section',
  sectionHint: 'Of those who come by it. May stay empty.',
  mostUses: 'For at most so many people',
  mostUsesHint: 'Empty for any number.',
  validDays: 'Valid for days',
  make: 'Make a code',
  toldOnce: 'Shown only now:',
  notMade: 'Not made',
  codes: 'Codes so far',
  revoke: 'End it',
  revokeQuestion: 'End this code?',
  states: { open: 'open', expired: 'over', 'used-up': 'used up', revoked: 'ended' } as const,
  uses: (uses: number, most?: number) =>
    most === undefined ? `used ${uses} times` : `used ${uses} of ${most} times`,
  until: 'until',
  numberTitle: 'By number',
  numberText:
    'A class can start without names: deploy to a number of students under Class, and hand out the numbered places. Nobody has to be added here for that.',
  done: 'Done',
  invited: 'Links to set a password',
  invitedHint:
    'Each works once, for 14 days, and ends an older one of the same person. They are shown only now.',
  saveLinks: 'Save all as CSV',
  inviteAll: (count: number) => `Links for ${count} without a password`,
  notInvited: 'No link was made',
  copyLink: 'New link',
  copyLinkOf: (name: string) => `New link for ${name}`,
} as const;
