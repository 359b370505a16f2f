import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { courseReceiptsQuery } from '../api/receipts.ts';
import { Answer } from '../components/Answer.tsx';
import { Page } from '../components/Page.tsx';
import { receiptText } from '../features/receipts/receiptText.ts';
import { ReceiptView } from '../features/receipts/ReceiptView.tsx';

const route = getRouteApi('/signed-in/courses/$course/receipt');

/** Of all that was ever in a course, also after its end. */
export function CourseReceiptPage() {
  const { course } = route.useParams();
  const receipts = useQuery(courseReceiptsQuery(course));
  return (
    <Page
      title={receiptText.title(receipts.data?.name ?? course)}
      action={
        <Anchor component={Link} to="/" data-noprint>
          {receiptText.back}
        </Anchor>
      }
    >
      <Answer query={receipts} loading={receiptText.loading} unread={receiptText.unread}>
        {({ assignments, removedAt }) => (
          <ReceiptView parts={assignments} isEnding={removedAt !== undefined} />
        )}
      </Answer>
    </Page>
  );
}
