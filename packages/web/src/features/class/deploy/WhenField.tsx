import { SegmentedControl, Text } from '@mantine/core';
import { LocalTimeField } from '../../../components/LocalTimeField.tsx';
import { deployText as text } from './deployText.ts';
import type { When } from './useDeployment.ts';
import type { DeploymentFieldProps } from './WhoField.tsx';

const choices: readonly When[] = ['now', 'open', 'at'];

/** Now, when each student comes, or at a time. */
export function WhenField({ chosen, choose }: DeploymentFieldProps) {
  return (
    <>
      <div>
        <Text size="sm" fw={600} id="deploy-when">
          {text.when}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="deploy-when"
          data={choices.map((when) => ({ value: when, label: text.whens[when] }))}
          value={chosen.when}
          onChange={(value) => choose({ when: choices.find((when) => when === value) ?? 'now' })}
        />
      </div>
      {chosen.when === 'at' && (
        <LocalTimeField
          label={text.startsAt}
          value={chosen.startsAt}
          onChange={(startsAt) => choose({ startsAt })}
        />
      )}
    </>
  );
}
