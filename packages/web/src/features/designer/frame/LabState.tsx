import { HoverCard, Text } from '@mantine/core';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { stateLooks } from '../../../theme/stateLooks.ts';
import { BarSlot } from '../../shell/BarSlot.tsx';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { usePresence } from './usePresence.ts';

/** In the bar: how the running lab is, and who else is here. */
export function LabState() {
  const { status, generation, address } = useDesign();
  const people = usePresence(address, generation > 0);
  const isMade = generation > 0 && status !== undefined;
  return (
    <BarSlot>
      {isMade ? (
        <StateBadge
          state={status.state}
          word={designText.environment(stateLooks[status.state].word)}
        />
      ) : (
        <span title={designText.notMadeMeaning}>{designText.environment(designText.notMade)}</span>
      )}
      {people.length > 1 && (
        <HoverCard>
          <HoverCard.Target>
            <span tabIndex={0}>{designText.here(people.length)}</span>
          </HoverCard.Target>
          <HoverCard.Dropdown>
            <Text size="sm">{designText.hereWho(people.map(({ name }) => name).join(', '))}</Text>
          </HoverCard.Dropdown>
        </HoverCard>
      )}
    </BarSlot>
  );
}
