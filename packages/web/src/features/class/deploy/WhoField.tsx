import { mostStudents } from '@labcast/domain';
import { NumberInput, Radio, Stack } from '@mantine/core';
import { deployText as text } from './deployText.ts';
import type { Deployment } from './useDeployment.ts';

export interface DeploymentFieldProps {
  readonly chosen: Deployment;
  readonly choose: (part: Partial<Deployment>) => void;
}

/** The people of the course who have no lab yet, or places that are called by numbers. */
export function WhoField({
  chosen,
  choose,
  waiting,
}: DeploymentFieldProps & { readonly waiting: number }) {
  return (
    <>
      {waiting > 0 && (
        <Radio.Group label={text.who} value={chosen.isRoster ? 'roster' : 'numbers'}>
          <Stack gap="xs" mt={4}>
            <Radio
              value="roster"
              label={text.whoRoster(waiting)}
              description={
                chosen.isRoster &&
                chosen.most !== undefined &&
                text.whoFirst(chosen.most, waiting - chosen.most)
              }
              // Pressed once more, it is about all of them again.
              onClick={() => choose({ isRoster: true, most: undefined })}
            />
            <Radio
              value="numbers"
              label={text.whoNumbers}
              onClick={() => choose({ isRoster: false, most: undefined })}
            />
          </Stack>
        </Radio.Group>
      )}
      {!chosen.isRoster && (
        <NumberInput
          label={text.count}
          w={140}
          min={1}
          max={mostStudents}
          allowDecimal={false}
          allowNegative={false}
          value={chosen.places}
          onChange={(value) => choose({ places: Math.max(1, Number(value) || 1) })}
        />
      )}
    </>
  );
}
