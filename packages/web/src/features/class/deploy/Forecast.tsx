import type { ForecastView } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Button, List, Text } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react';
import { printDuration } from '../../../components/printDuration.ts';
import { deployText as text } from './deployText.ts';
import classes from './deploy.module.css';

interface ForecastProps {
  readonly forecast: ForecastView;
  /** Takes the way out that one press can: fewer students. */
  readonly onTakeFewer?: ((students: number) => void) | undefined;
}

/** What it takes, what is free, how long it lasts and what that rests on; and when it does not fit, three ways out. */
export function Forecast({ forecast, onTakeFewer }: ForecastProps) {
  const { fits, problems, waysOut, basis } = forecast;
  return (
    <div className={classes.forecast} role="status">
      <ul className={classes.numbers}>
        <li>
          {fits ? (
            <IconCircleCheck
              aria-hidden
              size={16}
              stroke={1.5}
              color="var(--labcast-state-green)"
            />
          ) : (
            <IconAlertOctagon aria-hidden size={16} stroke={1.5} color="var(--labcast-state-red)" />
          )}
          <b>{fits ? text.fits : text.lacks}</b>
        </li>
        {listNumbers(forecast).map(({ label, words }) => (
          <li key={label}>
            {label !== '' && <span className={classes.label}>{label}</span>} {words}
          </li>
        ))}
      </ul>
      {!fits && (
        <>
          <List size="sm">
            {problems.map(({ message, remedy }) => (
              <List.Item key={message}>{[message, remedy].filter(Boolean).join(' ')}</List.Item>
            ))}
          </List>
          {waysOut.length > 0 && (
            <Text size="sm" fw={600} mt="sm">
              {text.waysOut}
            </Text>
          )}
          <ol className={classes.ways}>
            {waysOut.map(({ kind, message, students }) => (
              <li key={message}>
                {message}{' '}
                {kind === 'fewer-students' &&
                  students !== undefined &&
                  students > 0 &&
                  onTakeFewer && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => onTakeFewer(students)}
                    >
                      {text.take(students)}
                    </Button>
                  )}
              </li>
            ))}
          </ol>
        </>
      )}
      <Text size="xs" c="dimmed">
        {basis}
      </Text>
    </div>
  );
}

function listNumbers({ needs, host, fits }: ForecastView) {
  const most = (bytes: number) => (fits ? '' : text.atMost(printSize(bytes)));
  return [
    {
      label: text.memory,
      words:
        text.ofFree(printSize(needs.memoryBytes), printSize(host.memoryFreeBytes)) +
        most(needs.mostMemoryBytes),
    },
    {
      label: text.disk,
      words:
        text.ofFree(printSize(needs.diskBytes), printSize(host.diskFreeBytes)) +
        most(needs.mostDiskBytes),
    },
    {
      label: text.addresses,
      words: text.ofFree(String(needs.addresses), host.addressesFree.toLocaleString()),
    },
    { label: '', words: text.about(printDuration(needs.milliseconds)) },
  ];
}
