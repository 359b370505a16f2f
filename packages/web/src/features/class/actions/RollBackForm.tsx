import { Button, List, Stack } from '@mantine/core';
import { useRollOut } from '../../../api/class.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { actionsText as text } from './actionsText.ts';
import { Buttons } from './DeedForms.tsx';

interface RollBackFormProps {
  readonly assignment: string;
  /** Undefined for everybody. */
  readonly environments: readonly string[] | undefined;
  readonly count: number;
  readonly onClose: () => void;
}

/** Each of them goes back to what it was before its last update. */
export function RollBackForm({ assignment, environments, count, onClose }: RollBackFormProps) {
  const rollOut = useRollOut(assignment);
  const begin = () =>
    rollOut.mutate(
      {
        kind: 'roll-back',
        when: 'now',
        canary: false,
        ...(environments && { environments: [...environments] }),
      },
      { onSuccess: onClose },
    );
  return (
    <Stack gap="md">
      <List size="sm">
        {text.rollBackFacts.map((fact) => (
          <List.Item key={fact}>{fact}</List.Item>
        ))}
      </List>
      {rollOut.isError && <ErrorPanel error={rollOut.error} title={text.rollBackRefused} />}
      <Buttons onClose={onClose} isPending={rollOut.isPending}>
        <Button loading={rollOut.isPending} onClick={begin}>
          {text.rollBackDo(count)}
        </Button>
      </Buttons>
    </Stack>
  );
}
