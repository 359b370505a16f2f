import type { StudentView } from '@labcast/api-client';
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type Ref } from 'react';
import { classSorts, type ClassView } from '../../../routes/parseClassSearch.ts';
import { classText } from '../classText.ts';
import classes from './board.module.css';
import { listSections } from './filterStudents.ts';
import { GroupFilters } from './GroupFilters.tsx';
import type { ClassAddress } from './useClassAddress.ts';

interface BoardToolsProps {
  readonly students: readonly StudentView[];
  readonly address: ClassAddress;
  readonly view: ClassView;
  readonly findField: Ref<HTMLInputElement>;
}

/** Filters, section, finding, order and view: all of it stands in the address. */
export function BoardTools({ students, address, view, findField }: BoardToolsProps) {
  const { search, groups, change } = address;
  const sections = listSections(students);
  return (
    <div className={classes.tools}>
      <GroupFilters
        students={students}
        groups={groups}
        onChange={(next) => change({ state: next.join(',') })}
      />
      <div className={classes.looks}>
        {sections.length > 0 && (
          <Select
            size="xs"
            w={140}
            aria-label={classText.section}
            data={[
              { value: '', label: classText.everySection },
              ...sections.map((name) => ({ value: name, label: name })),
            ]}
            value={search.section ?? ''}
            allowDeselect={false}
            onChange={(section) => change({ section: section ?? '' })}
          />
        )}
        <FindField text={search.q ?? ''} onChange={(q) => change({ q })} findField={findField} />
        <Select
          size="xs"
          w={190}
          aria-label={classText.sort}
          data={classSorts.map((sort) => ({ value: sort, label: classText.sorts[sort] }))}
          value={search.sort ?? 'needs'}
          allowDeselect={false}
          onChange={(value) => change({ sort: classSorts.find((sort) => sort === value) })}
        />
        <SegmentedControl
          size="xs"
          aria-label={classText.view}
          data={[
            { value: 'tiles', label: classText.views.tiles },
            { value: 'table', label: classText.views.table },
          ]}
          value={view}
          onChange={(value) => change({ view: value === 'table' ? 'table' : 'tiles' }, true)}
        />
      </div>
    </div>
  );
}

interface FindFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly findField: Ref<HTMLInputElement>;
}

/** The address follows a moment after the last key, so that typing stays quick. */
function FindField({ text, onChange, findField }: FindFieldProps) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const tell = useDebouncedCallback(onChange, 150);
  return (
    <TextInput
      ref={findField}
      size="xs"
      w={170}
      type="search"
      aria-label={classText.find}
      placeholder={classText.find}
      dir="auto"
      leftSection={<IconSearch aria-hidden size={16} stroke={1.5} />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
