import type { CoursePeople } from '@labcast/api-client';
import { Button, Group, Select } from '@mantine/core';
import { useRemoveMember, useSetMember } from '../../api/people.ts';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
import { VirtualTable, type GridColumn } from '../../components/VirtualTable.tsx';
import { importText } from './importText.ts';
import { peopleText } from './peopleText.ts';
import { roleChoices } from './roleChoices.ts';

type Member = CoursePeople['people'][number];

const { columns: columnTitles } = peopleText;
/** Not every course has sections, teams and numbers; a login often is the e-mail. */
function groupColumns(people: readonly Member[]): GridColumn<Member>[] {
  return [
    people.some(({ section }) => section !== undefined) && {
      title: columnTitles.section,
      width: '80px',
      show: ({ section }: Member) => <bdi title={section}>{section}</bdi>,
    },
    people.some(({ team }) => team !== undefined) && {
      title: columnTitles.team,
      width: '80px',
      show: ({ team }: Member) => <bdi title={team}>{team}</bdi>,
    },
  ].filter((column) => column !== false);
}

/** Last, where a narrow window has to scroll: they are looked up seldom. */
function recordColumns(people: readonly Member[]): GridColumn<Member>[] {
  return [
    people.some(({ studentNumber }) => studentNumber !== undefined) && {
      title: columnTitles.number,
      width: '90px',
      show: ({ studentNumber }: Member) => studentNumber,
    },
    people.some(({ person }) => person.email !== undefined && person.email !== person.login) && {
      title: columnTitles.email,
      width: 'minmax(150px, 1fr)',
      show: ({ person }: Member) => <span title={person.email}>{person.email}</span>,
    },
    {
      title: columnTitles.seen,
      width: '110px',
      show: ({ person }: Member) =>
        person.seenAt === undefined ? peopleText.never : <Moment at={person.seenAt} />,
    },
  ].filter((column) => column !== false);
}

/** The least that all of them take, with what is between them. */
function leastWidth(columns: readonly GridColumn<Member>[]): number {
  const widths = columns.map(({ width }) => Number(/\d+(?=px)/.exec(width)?.[0] ?? 0) + 12);
  return widths.reduce((sum, width) => sum + width, 20);
}

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
  const columns: GridColumn<Member>[] = [
    {
      title: titles.name,
      width: 'minmax(150px, 2fr)',
      isName: true,
      show: ({ person }) => <bdi title={person.name}>{person.name}</bdi>,
    },
    {
      title: titles.login,
      width: 'minmax(130px, 1fr)',
      show: ({ person }) => <span title={person.login}>{person.login}</span>,
    },
    ...groupColumns(people),
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
      width: people.some(({ invitation }) => invitation?.mayInvite) ? '190px' : '120px',
      show: (member) => (
        <InvitationState member={member} onInvite={mayEdit ? onInvite : undefined} />
      ),
    },
    ...(mayEdit
      ? [
          {
            title: titles.actions,
            width: '190px',
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
    ...recordColumns(people),
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
        minWidth={leastWidth(columns)}
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
