import type { Person } from '@labcast/api-client';
import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleQuery } from '../../api/people.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { adminText } from '../../features/admin/adminText.ts';
import { AccountTable } from '../../features/people/AccountTable.tsx';
import { ChangePersonDialog } from '../../features/people/ChangePersonDialog.tsx';
import { matchesPerson } from '../../features/people/matchesPerson.ts';
import { NewPersonDialog } from '../../features/people/NewPersonDialog.tsx';
import { peopleText } from '../../features/people/peopleText.ts';

export function PeoplePage() {
  const people = useQuery(peopleQuery);
  const [filter, setFilter] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [changed, setChanged] = useState<Person>();
  return (
    <>
      <PageTitle>{adminText.tabs.people}</PageTitle>
      <Group justify="space-between" align="flex-end" mb="md">
        <TextInput
          label={peopleText.find}
          type="search"
          w={320}
          maw="100%"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Button onClick={() => setAdding(true)}>{adminText.addPerson}</Button>
      </Group>
      <Answer query={people} loading={peopleText.loading} unread={peopleText.unread}>
        {(read) => {
          const found = read.people.filter((person) => matchesPerson(person, filter));
          if (found.length === 0) return <p>{peopleText.noneFound}</p>;
          return <AccountTable people={found} onChange={setChanged} />;
        }}
      </Answer>
      <ChangePersonDialog person={changed} onClose={() => setChanged(undefined)} />
      <NewPersonDialog
        title={adminText.addPerson}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
      />
    </>
  );
}
