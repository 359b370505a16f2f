import { useQuery } from '@tanstack/react-query';
import { capacityQuery } from '../../api/administration.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { adminText } from '../../features/admin/adminText.ts';
import { CapacityView } from '../../features/admin/CapacityView.tsx';

export function CapacityPage() {
  const capacity = useQuery(capacityQuery);
  return (
    <>
      <PageTitle>{adminText.tabs.capacity}</PageTitle>
      <Answer query={capacity} loading={adminText.loading} unread={adminText.capacityUnread}>
        {(read) => <CapacityView capacity={read} />}
      </Answer>
    </>
  );
}
