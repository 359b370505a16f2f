import type { CoursePeople } from '@labcast/api-client';
import { Button, Group, Select } from '@mantine/core';
import { useRemoveMember, useSetMember } from '../../api/people.ts';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
import { VirtualTable, type Column } from '../../components/VirtualTable.tsx';
import { importText } from './importText.ts';
import { peopleText } from './peopleText.ts';
import { roleChoices } from './roleChoices.ts';

type Member = CoursePeople['people'][number];

const { columns: columnTitles } = peopleText;
const groupColumns: Column<Member>[] = [
  {
    title: columnTitles.section,
    width: '80px',
    show: ({ section }) => <bdi title={section}>{section}</bdi>,
  },
  { title: columnTitles.team, width: '80px', show: ({ team }) => <bdi title={team}>{team}</bdi> },
];
/** Last, where a narrow window has to scroll: they are looked up seldom. */
const recordColumns: Column<Member>[] = [
  { title: columnTitles.number, width: '90px', show: ({ studentNumber }) => studentNumber },
  {
    title: columnTitles.email,
    width: 'minmax(150px, 1fr)',
    show: ({ person }) => <span title={person.email}>{person.email}</span>,
  },
  {
    title: columnTitles.seen,
    width: '110px',
    show: ({ person }) =>
      person.seenAt === undefined ? peopleText.never : <Moment at={person.seenAt} />,
  },
];

interface MemberTableProps {
  readonly course: string;
  readonly people: readonly Member[];
  readonly mayEdit: boolean;
  readonly onInvite: (login: string) => void;
}

export function MemberTable({ course, people, mayEdit, onInvite }: MemberTableProps) {
  const set = useSetMember(course);
  const remove = useRemoveMember(course);
  const { columns: titles } = peopleText;
  const columns: Column<Member>[] = [
    {
      title: titles.name,
      width: 'minmax(150px, 2fr)',
      show: ({ person }) => <bdi title={person.name}>{person.name}</bdi>,
    },
    {
      title: titles.login,
      width: 'minmax(130px, 1fr)',
      show: ({ person }) => <span title={person.login}>{person.login}</span>,
    },
    ...groupColumns,
    {
      title: titles.role,
      width: '130px',
      show: ({ person, role }) =>
        mayEdit ? (
          <Select
            size="xs"
            aria-label={peopleText.roleOf(person.name)}
            data={roleChoices}
            value={set.isPending && set.variables.person === person.id ? set.variables.role : role}
            allowDeselect={false}
            onChange={(value) => {
              if (value !== null && value !== role) set.mutate({ person: person.id, role: value });
            }}
          />
        ) : (
          peopleText.roles[role]
        ),
    },
    {
      title: titles.invitation,
      width: '190px',
      show: (member) => (
        <InvitationState member={member} onInvite={mayEdit ? onInvite : undefined} />
      ),
    },
    ...recordColumns,
    ...(mayEdit
      ? [
          {
            title: titles.actions,
            width: '180px',
            show: ({ person }: Member) => (
              <ConfirmButton
                question={peopleText.removeQuestion}
                aria-label={peopleText.removeOf(person.name)}
                onConfirm={() => remove.mutate(person.id)}
              >
                {peopleText.remove}
              </ConfirmButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {set.isError && <ErrorPanel error={set.error} title={peopleText.notChanged} />}
      {remove.isError && <ErrorPanel error={remove.error} title={peopleText.notRemoved} />}
      <VirtualTable
        label={peopleText.label}
        rows={people}
        columns={columns}
        keyOf={({ person }) => person.id}
        minWidth={1240}
      />
    </>
  );
}

interface InvitationStateProps {
  readonly member: Member;
  readonly onInvite: ((login: string) => void) | undefined;
}

function InvitationState({ member: { person, invitation }, onInvite }: InvitationStateProps) {
  if (!invitation) return peopleText.canSignIn;
  if (!invitation.mayInvite) return peopleText.invitedElsewhere;
  return (
    <Group gap="xs" wrap="nowrap">
      {peopleText.invitations[invitation.state]}
      {onInvite && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={importText.copyLinkOf(person.name)}
          onClick={() => onInvite(person.login)}
        >
          {importText.copyLink}
        </Button>
      )}
    </Group>
  );
}
