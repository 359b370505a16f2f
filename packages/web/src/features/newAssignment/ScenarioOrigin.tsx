import type { Scenarios } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { scenariosQuery } from '../../api/catalogue.ts';
import { Answer } from '../../components/Answer.tsx';
import { newAssignmentText } from './newAssignmentText.ts';
import type { OriginProps } from './origin.ts';

type Scenario = Scenarios['scenarios'][number];

/** One of the labs that come with Labcast, with what one copy of it takes. */
export function ScenarioOrigin({ onChange }: OriginProps) {
  const scenarios = useQuery(scenariosQuery);
  const [chosen, setChosen] = useState<string>();
  const offered = scenarios.data?.scenarios ?? [];
  const scenario = offered.find(({ name }) => name === chosen) ?? offered[0];
  const blueprint = scenario?.blueprint;
  useEffect(() => {
    onChange(blueprint === undefined ? undefined : { kind: 'blueprint', blueprint });
  }, [blueprint, onChange]);
  return (
    <Answer
      query={scenarios}
      loading={newAssignmentText.loading}
      unread={newAssignmentText.scenariosUnread}
    >
      {(read) => (
        <Radio.Group
          label={newAssignmentText.scenario}
          value={scenario?.name ?? null}
          onChange={setChosen}
        >
          <Stack gap="md" mt="sm">
            {read.scenarios.map((each) => (
              <Radio
                key={each.name}
                value={each.name}
                label={each.title}
                description={<Description scenario={each} />}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Answer>
  );
}

function Description({ scenario: { summary, needs, elements } }: { readonly scenario: Scenario }) {
  const { memoryBytes, storageBytes } = needs;
  return (
    <>
      <Text span size="sm" display="block">
        {summary}
      </Text>
      <Text span size="xs" display="block">
        {elements.map(({ name }) => name).join(', ')}.{' '}
        {newAssignmentText.oneCopy(printSize(memoryBytes), printSize(storageBytes))}
      </Text>
    </>
  );
}
