import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { assignmentQuery } from '../api/assignments.ts';
import { receiptsQuery } from '../api/receipts.ts';
import { Answer } from '../components/Answer.tsx';
import { Page } from '../components/Page.tsx';
import { receiptText } from '../features/receipts/receiptText.ts';
import { ReceiptView } from '../features/receipts/ReceiptView.tsx';

const route = getRouteApi('/signed-in/a/$assignment/receipt');

/** Of an assignment, while it is there and after its end. */
export function ReceiptPage() {
  const { assignment: slug } = route.useParams();
  const { name: told } = route.useSearch();
  const receipts = useQuery(receiptsQuery(slug));
  // After its end it is not there any more; then it is called as whoever deleted it called it.
  const assignment = useQuery({ ...assignmentQuery(slug), enabled: told === undefined });
  const name = told ?? assignment.data?.name ?? slug;
  const states = assignment.data?.environments.map(({ wanted }) => wanted) ?? [];
  return (
    <Page
      title={receiptText.title(name)}
      action={
        <Anchor component={Link} to="/" data-noprint>
          {receiptText.back}
        </Anchor>
      }
    >
      <Answer query={receipts} loading={receiptText.loading} unread={receiptText.unread}>
        {({ environments }) => (
          <ReceiptView
            parts={[{ name, environments }]}
            isEnding={told !== undefined || states.every((wanted) => wanted === 'absent')}
          />
        )}
      </Answer>
    </Page>
  );
}
