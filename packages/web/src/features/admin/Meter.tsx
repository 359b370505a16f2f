import { Group, Text } from '@mantine/core';
import { printSize } from '@labcast/domain';
import classes from './admin.module.css';
import { adminText } from './adminText.ts';

interface MeterProps {
  readonly label: string;
  readonly used: number;
  readonly all: number;
  readonly promised: number;
  /** How much may be promised for each byte that there is. */
  readonly factor: number;
}

/** Use now, and what the labs may still come to take. */
export function Meter({ label, used, all, promised, factor }: MeterProps) {
  const words = adminText.use(printSize(used), printSize(all));
  const part = all === 0 ? 0 : Math.min(1, used / all);
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={600}>{label}</Text>
        <Text size="sm">{words}</Text>
      </Group>
      <div
        className={classes.meter}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={used}
        aria-valuetext={words}
      >
        <div className={classes.used} style={{ width: `${part * 100}%` }} />
      </div>
      <Text size="sm" mt={4}>
        {adminText.promised(printSize(promised), printSize(all * factor))}{' '}
        <Text span c="dimmed">
          {adminText.factor(factor)}
        </Text>
      </Text>
    </div>
  );
}
