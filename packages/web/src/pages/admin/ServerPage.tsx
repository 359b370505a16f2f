import { useQuery } from '@tanstack/react-query';
import { serverFactsQuery } from '../../api/administration.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { adminText } from '../../features/admin/adminText.ts';
import { ServerFactsView } from '../../features/admin/ServerFactsView.tsx';

export function ServerPage() {
  const facts = useQuery(serverFactsQuery);
  return (
    <>
      <PageTitle>{adminText.tabs.settings}</PageTitle>
      <Answer query={facts} loading={adminText.loading} unread={adminText.factsUnread}>
        {(read) => <ServerFactsView facts={read} />}
      </Answer>
    </>
  );
}
