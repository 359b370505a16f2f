import { Text } from '@mantine/core';
import { useConnection } from '../../../api/events/connection.ts';
import { printDuration } from '../../../components/printDuration.ts';
import { useNow } from '../../../components/useNow.ts';
import { classText } from '../classText.ts';

/** Without the server nothing looks fresher than it is. */
export function StaleNote() {
  const { isLost, heardAt } = useConnection();
  const now = useNow(isLost);
  if (!isLost) return null;
  return (
    <Text size="sm" role="status">
      {classText.staleTiles(printDuration(now - heardAt))}
    </Text>
  );
}
