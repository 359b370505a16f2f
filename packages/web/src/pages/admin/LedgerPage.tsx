import { Stack, Text } from '@mantine/core';
import { PageTitle } from '../../components/PageTitle.tsx';
import { adminText } from '../../features/admin/adminText.ts';
import { LedgerView } from '../../features/admin/LedgerView.tsx';
import { SweepView } from '../../features/admin/SweepView.tsx';

export function LedgerPage() {
  return (
    <Stack gap="lg">
      <PageTitle>{adminText.tabs.ledger}</PageTitle>
      <Text>{adminText.ledgerText}</Text>
      <SweepView />
      <LedgerView />
    </Stack>
  );
}
