import type { Person } from '@labcast/api-client';
import { Button } from '@mantine/core';
import { Moment } from '../../components/Moment.tsx';
import { VirtualTable, type GridColumn } from '../../components/VirtualTable.tsx';
import { peopleText } from './peopleText.ts';

interface AccountTableProps {
  readonly people: readonly Person[];
  readonly onChange: (person: Person) => void;
}

/** Everybody who can sign in. */
export function AccountTable({ people, onChange }: AccountTableProps) {
  const { columns: titles } = peopleText;
  const columns: GridColumn<Person>[] = [
    {
      title: titles.name,
      width: 'minmax(160px, 2fr)',
      isName: true,
      show: ({ name }) => <bdi title={name}>{name}</bdi>,
    },
    {
      title: titles.login,
      width: 'minmax(120px, 1fr)',
      show: ({ login }) => <span title={login}>{login}</span>,
    },
    {
      title: peopleText.administrator,
      width: '120px',
      show: ({ isAdministrator }) => (isAdministrator ? peopleText.yes : peopleText.no),
    },
    {
      title: titles.seen,
      width: '140px',
      show: ({ seenAt }) => (seenAt === undefined ? peopleText.never : <Moment at={seenAt} />),
    },
    {
      title: titles.actions,
      width: '110px',
      show: (person) => (
        <Button
          size="xs"
          variant="default"
          aria-label={peopleText.changeTitle(person.name)}
          onClick={() => onChange(person)}
        >
          {peopleText.change}
        </Button>
      ),
    },
  ];
  return (
    <VirtualTable
      label={peopleText.everybody}
      rows={people}
      columns={columns}
      keyOf={({ id }) => id}
      minWidth={760}
    />
  );
}
