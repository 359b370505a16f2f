import { Alert, CloseButton, List, Text } from '@mantine/core';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { actionsText } from './actionsText.ts';
import { detailText } from '../detail/detailText.ts';
import type { Deeds } from './useDeeds.ts';

/** What became of the last deed: nothing is left unsaid of those for whom it was refused. */
export function BulkAnswer({ deeds }: { readonly deeds: Deeds }) {
  const { answer, asked } = deeds;
  if (answer.isError && asked === undefined)
    return <ErrorPanel error={answer.error} title={detailText.failed} />;
  const refused = answer.data?.refused ?? [];
  if (refused.length === 0) return null;
  return (
    <Alert
      role="alert"
      variant="outline"
      color="var(--labcast-state-orange)"
      title={actionsText.refusedTitle}
      withCloseButton={false}
      styles={{
        title: { color: 'var(--labcast-ink)' },
        root: { background: 'var(--labcast-surface)' },
      }}
    >
      <CloseButton
        aria-label={detailText.close}
        onClick={() => answer.reset()}
        style={{ position: 'absolute', top: 8, insetInlineEnd: 8 }}
      />
      <List size="sm">
        {refused.map(({ environment, reason }) => (
          <List.Item key={environment}>{actionsText.refusedOne(environment, reason)}</List.Item>
        ))}
      </List>
      {(answer.data?.accepted.length ?? 0) > 0 && (
        <Text size="sm">{actionsText.accepted(answer.data?.accepted.length ?? 0)}</Text>
      )}
    </Alert>
  );
}
