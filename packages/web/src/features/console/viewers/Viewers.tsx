import { List, Popover, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { ConsoleAddress } from '../../../routes/consoleAddress.ts';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';
import { useViewers } from './useViewers.ts';

interface ViewersProps {
  readonly address: ConsoleAddress;
  readonly isShown: boolean;
}

/** Names whoever else has this console open. Nothing while one is alone. */
export function Viewers({ address, isShown }: ViewersProps) {
  const { others } = useViewers(address, isShown);
  const [first] = others;
  if (!first) return null;
  return (
    <>
      <IconEye aria-hidden size={16} stroke={1.5} />
      <Text size="xs" role="status" dir="auto" truncate>
        {others.length === 1
          ? consoleText.viewers.one(first.personName, first.mode)
          : consoleText.viewers.many(others.length)}
      </Text>
      <Popover position="bottom-start" shadow="md">
        <Popover.Target>
          <ToolButton>{consoleText.viewers.who}</ToolButton>
        </Popover.Target>
        <Popover.Dropdown>
          <List size="sm">
            {others.map(({ personName, mode, since }) => (
              <List.Item key={`${personName} ${since}`}>
                <bdi>{personName}</bdi> {consoleText.viewers[mode]}
              </List.Item>
            ))}
          </List>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
