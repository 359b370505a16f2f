import { Anchor, Text, Timeline } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Moment } from '../components/Moment.tsx';
import { Page } from '../components/Page.tsx';
import { useActivity } from '../features/activity/activityStore.ts';
import { activityText } from '../features/activity/activityText.ts';

/** All short messages, also those that went by themselves. */
export function ActivityPage() {
  const entries = useActivity();
  return (
    <Page title={activityText.title}>
      {entries.length === 0 ? (
        <Text>{activityText.empty}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="lg">
            {activityText.hint}
          </Text>
          <Timeline bulletSize={20} lineWidth={1}>
            {entries.map(({ id, at, text, isError, assignment }) => (
              <Timeline.Item
                key={id}
                bullet={isError ? <FailedIcon /> : <EndedIcon />}
                title={<bdi>{text}</bdi>}
              >
                <Text size="sm" c="dimmed">
                  <Moment at={at} />{' '}
                  <Anchor component={Link} to={`/a/${assignment}/design`} size="sm">
                    {activityText.open}
                  </Anchor>
                </Text>
              </Timeline.Item>
            ))}
          </Timeline>
        </>
      )}
    </Page>
  );
}

function FailedIcon() {
  return (
    <IconAlertOctagon
      aria-label={activityText.failedWord}
      size={16}
      stroke={1.5}
      color="var(--labcast-state-red)"
    />
  );
}

function EndedIcon() {
  return (
    <IconCircleCheck
      aria-label={activityText.endedWord}
      size={16}
      stroke={1.5}
      color="var(--labcast-state-green)"
    />
  );
}
