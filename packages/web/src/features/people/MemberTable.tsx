import type { CoursePeople } from '@labcast/api-client';
import { Select } from '@mantine/core';
import { useRemoveMember, useSetMember } from '../../api/people.ts';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
import { VirtualTable, type Column } from '../../components/VirtualTable.tsx';
import { peopleText } from './peopleText.ts';
import { roleChoices } from './roleChoices.ts';

type Member = CoursePeople['people'][number];

interface MemberTableProps {
  readonly course: string;
  readonly people: readonly Member[];
  readonly mayEdit: boolean;
}

export function MemberTable({ course, people, mayEdit }: MemberTableProps) {
  const set = useSetMember(course);
  const remove = useRemoveMember(course);
  const { columns: titles } = peopleText;
  const columns: Column<Member>[] = [
    {
      title: titles.name,
      width: 'minmax(160px, 2fr)',
      show: ({ person }) => <bdi title={person.name}>{person.name}</bdi>,
    },
    {
      title: titles.login,
      width: 'minmax(120px, 1fr)',
      show: ({ person }) => <span title={person.login}>{person.login}</span>,
    },
    {
      title: titles.role,
      width: '150px',
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
      title: titles.seen,
      width: '140px',
      show: ({ person }) =>
        person.seenAt === undefined ? peopleText.never : <Moment at={person.seenAt} />,
    },
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
        minWidth={820}
      />
    </>
  );
}
