import type { Course, CoursePeople } from '@labcast/api-client';
import { Button, EmptyState, Group, Modal, Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rosterQuery } from '../../api/people.ts';
import { useInvite } from '../../api/roster.ts';
import { Answer } from '../../components/Answer.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { AddMenu, type AddWay } from './AddMenu.tsx';
import { CodesDialog } from './CodesDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { importText } from './importText.ts';
import { LinksDialog } from './LinksDialog.tsx';
import { MemberTable } from './MemberTable.tsx';
import { matchesPerson } from './matchesPerson.ts';
import { peopleText } from './peopleText.ts';

/** Who is in a course. Instructors add, invite, change and remove. */
export function Roster({ course }: { readonly course: Course }) {
  const roster = useQuery(rosterQuery(course.slug));
  const [way, setWay] = useState<AddWay>();
  const mayEdit = course.role === 'instructor';
  const add = mayEdit && <AddMenu onChoose={setWay} />;
  return (
    <>
      <Answer query={roster} loading={peopleText.loading} unread={peopleText.unread}>
        {({ people }) =>
          people.length === 0 ? (
            <EmptyState py={48} title={peopleText.emptyTitle} description={peopleText.emptyText}>
              {add && <EmptyState.Actions>{add}</EmptyState.Actions>}
            </EmptyState>
          ) : (
            <Filtered course={course.slug} people={people} mayEdit={mayEdit} add={add} />
          )
        }
      </Answer>
      <AddDialogs course={course.slug} way={way} onClose={() => setWay(undefined)} />
    </>
  );
}

interface AddDialogsProps {
  readonly course: string;
  readonly way: AddWay | undefined;
  readonly onClose: () => void;
}

function AddDialogs({ course, way, onClose }: AddDialogsProps) {
  return (
    <>
      <AddMemberDialog course={course} isOpen={way === 'hand'} onClose={onClose} />
      <ImportDialog course={course} isOpen={way === 'csv'} onClose={onClose} />
      <CodesDialog course={course} isOpen={way === 'code'} onClose={onClose} />
      <Modal opened={way === 'number'} onClose={onClose} title={importText.numberTitle}>
        <Text>{importText.numberText}</Text>
      </Modal>
    </>
  );
}

interface FilteredProps {
  readonly course: string;
  readonly people: CoursePeople['people'];
  readonly mayEdit: boolean;
  readonly add: React.ReactNode;
}

function Filtered({ course, people, mayEdit, add }: FilteredProps) {
  const invite = useInvite(course);
  const [filter, setFilter] = useState('');
  const [section, setSection] = useState<string | null>(null);
  const sections = [...new Set(people.flatMap((member) => member.section ?? []))].sort();
  const found = people.filter(
    (member) =>
      (section === null || member.section === section) &&
      matchesPerson(member.person, filter, `${member.studentNumber ?? ''} ${member.team ?? ''}`),
  );
  const toInvite = found.filter(({ invitation }) => invitation?.mayInvite);
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={peopleText.find}
            type="search"
            w={260}
            maw="100%"
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          {sections.length > 0 && (
            <Select
              label={peopleText.section}
              placeholder={peopleText.allSections}
              data={sections}
              clearable
              value={section}
              onChange={setSection}
              w={160}
            />
          )}
        </Group>
        <Group gap="sm">
          {mayEdit && toInvite.length > 0 && (
            <Button
              variant="default"
              loading={invite.isPending}
              onClick={() => invite.mutate(toInvite.map(({ person }) => person.login))}
            >
              {importText.inviteAll(toInvite.length)}
            </Button>
          )}
          {add}
        </Group>
      </Group>
      {invite.isError && <ErrorPanel error={invite.error} title={importText.notInvited} />}
      {found.length === 0 ? (
        <p>{peopleText.noneFound}</p>
      ) : (
        <MemberTable
          course={course}
          people={found}
          mayEdit={mayEdit}
          onInvite={(login) => invite.mutate([login])}
        />
      )}
      <LinksDialog links={invite.data} onClose={invite.reset} />
    </>
  );
}
