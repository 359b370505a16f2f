import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { typesQuery } from '../../api/catalogue.ts';
import { Answer } from '../../components/Answer.tsx';
import { newAssignmentText } from './newAssignmentText.ts';
import type { OriginProps } from './origin.ts';

/** One of the types, with its usual sizes. */
export function TypeOrigin({ onChange }: OriginProps) {
  const types = useQuery(typesQuery);
  const [chosen, setChosen] = useState<string>();
  const name = chosen ?? types.data?.types[0]?.name;
  useEffect(() => {
    onChange(name === undefined ? undefined : { kind: 'type', type: name, parameters: {} });
  }, [name, onChange]);
  return (
    <Answer
      query={types}
      loading={newAssignmentText.loading}
      unread={newAssignmentText.typesUnread}
      lines={1}
    >
      {(read) => (
        <Select
          label={newAssignmentText.type}
          maw={480}
          data={read.types.map((type) => ({
            value: type.name,
            label: `${type.name}: ${type.summary}`,
          }))}
          value={name ?? null}
          allowDeselect={false}
          searchable
          onChange={(value) => value !== null && setChosen(value)}
        />
      )}
    </Answer>
  );
}
