import '@mantine/notifications/styles.css';
import { Button, CopyButton, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ActivityEntry } from './activityStore.ts';
import { activityText } from './activityText.ts';

const shownMs = 6000;

/** One line with the way to the place. Errors stay until they are dismissed and can be copied. */
export function showToast(entry: ActivityEntry, goTo: (address: string) => void): void {
  const { id, text, isError, assignment } = entry;
  notifications.show({
    id,
    closeButtonProps: { 'aria-label': activityText.dismiss },
    autoClose: isError ? false : shownMs,
    color: isError ? 'var(--labcast-state-red)' : 'var(--labcast-state-green)',
    message: (
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text size="sm" lineClamp={isError ? 4 : 1}>
          {text}
        </Text>
        <Group gap={4} wrap="nowrap">
          {isError && (
            <CopyButton value={text}>
              {({ copy }) => (
                <Button size="compact-xs" variant="subtle" onClick={copy}>
                  {activityText.copy}
                </Button>
              )}
            </CopyButton>
          )}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              goTo(`/a/${assignment}/design`);
            }}
          >
            {activityText.open}
          </Button>
        </Group>
      </Group>
    ),
  });
}
