import { Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { classText } from '../classText.ts';
import { updateText as text } from './updateText.ts';
import type { OutcomeGroup as Group, Target } from './groupOutcomes.ts';
import { OutcomeList } from './OutcomeList.tsx';
import classes from './update.module.css';
import { choices, withChoice, type useUpdate } from './useUpdate.ts';

interface OutcomeGroupProps {
  readonly group: Group;
  readonly targets: readonly Target[];
  readonly nameOf: (environment: string) => string;
  readonly update: ReturnType<typeof useUpdate>;
}

/** Students to whom the same happens; where work is touched, the choice of what becomes of it. */
export function OutcomeGroup({ group, targets, nameOf, update }: OutcomeGroupProps) {
  const { draft, change, needsScript } = update;
  const [title, meaning] = text.groups[group];
  const isTouched = group === 'touched';
  return (
    <section className={classes.group}>
      <Title order={2}>
        {classText.students(targets.length)}: {title}
      </Title>
      <Text size="sm">{meaning}</Text>
      {isTouched && (
        <Radio.Group
          label={text.choice}
          value={draft.usual}
          onChange={(value) =>
            change({ usual: choices.find((choice) => choice === value) ?? 'keep' })
          }
          my="sm"
        >
          <Stack gap="xs" mt={4}>
            {choices.map((choice) => (
              <Radio
                key={choice}
                value={choice}
                label={text.choices[choice][0]}
                description={text.choices[choice][1]}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {isTouched && needsScript && (
        <Textarea
          label={text.script}
          description={text.scriptHint}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          autosize
          minRows={4}
          maw={640}
          mb="sm"
          spellCheck={false}
          value={draft.script}
          onChange={(event) => change({ script: event.currentTarget.value })}
        />
      )}
      <OutcomeList
        targets={targets}
        nameOf={nameOf}
        choices={isTouched ? draft.others : undefined}
        onChoose={(environment, choice) =>
          change({ others: withChoice(draft.others, environment, choice) })
        }
      />
    </section>
  );
}
