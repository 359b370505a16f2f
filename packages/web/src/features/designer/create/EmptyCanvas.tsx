import { Text, Title, UnstyledButton } from '@mantine/core';
import { designText } from '../designText.ts';
import { kindIcons } from '../kindIcons.ts';
import classes from './create.module.css';
import { creatables } from './newElement.ts';
import { pressOnce } from './pressOnce.ts';
import { useCreate } from './useCreate.ts';

interface EmptyCanvasProps {
  readonly onScenario: () => void;
}

/** What a blank canvas says: the five things, and what one gets. */
export function EmptyCanvas({ onScenario }: EmptyCanvasProps) {
  const create = useCreate();
  return (
    <section className={classes.empty} aria-label={designText.empty.title}>
      <Title order={2}>{designText.empty.title}</Title>
      <Text c="dimmed" mb="lg">
        {designText.empty.text}
      </Text>
      {creatables.map((kind) => {
        const Icon = kindIcons[kind];
        return (
          <UnstyledButton
            key={kind}
            className={classes.large}
            onClick={pressOnce(() => create(kind))}
          >
            <Icon aria-hidden size={24} stroke={1.5} />
            <span>
              <strong>{designText.create[kind].button}</strong>
              <span>{designText.create[kind].gives}</span>
            </span>
          </UnstyledButton>
        );
      })}
      <UnstyledButton className={classes.or} onClick={onScenario}>
        {designText.empty.or}
      </UnstyledButton>
    </section>
  );
}
