import type { Capacity, Images } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { List, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { setupText } from './setupText.ts';

interface HostFactsProps {
  readonly host: Capacity['host'];
  readonly images: Images['images'];
}

/** What this server has for labs. */
export function HostFacts({ host, images }: HostFactsProps) {
  if (!host) return <Text role="status">{setupText.notLooked}</Text>;
  const own = images.filter(({ alias }) => alias !== undefined);
  const ready = own.filter((image) => image.ready).length;
  return (
    <List
      spacing={6}
      styles={{ itemWrapper: { alignItems: 'flex-start' }, itemIcon: { paddingTop: 2 } }}
      icon={
        <IconCircleCheck aria-hidden size={16} stroke={1.5} color="var(--labcast-state-green)" />
      }
    >
      <List.Item>
        {setupText.memory(printSize(host.memoryAvailableBytes), printSize(host.memoryTotalBytes))}
      </List.Item>
      <List.Item>
        {setupText.disk(
          printSize(host.poolTotalBytes - host.poolUsedBytes),
          printSize(host.poolTotalBytes),
        )}
      </List.Item>
      <List.Item>{setupText.cpus(host.cpus)}</List.Item>
      <List.Item>
        {setupText.images(ready, own.length)}
        {ready < own.length && (
          <Text size="sm" c="dimmed">
            {setupText.imagesToCome}
          </Text>
        )}
      </List.Item>
    </List>
  );
}
